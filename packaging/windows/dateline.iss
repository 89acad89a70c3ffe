; Installs the bundle for one user, without an administrator, and lets it open .dateline files.
; Written, and not yet run by its authors. On Windows, after `py run.py package`:
;     iscc packaging\windows\dateline.iss
; writes dist\Dateline-VERSION-setup.exe.

#define Root "..\.."
#define Version GetEnv("DATELINE_VERSION")
#if Version == ""
  #define Version "0.1.0"
#endif

[Setup]
AppId={{6C1E5E0B-3B51-4E0B-9E5B-0D3C7A0C6F52}
AppName=Dateline
AppVersion={#Version}
AppPublisher=The authors of Dateline
DefaultDirName={localappdata}\Programs\Dateline
DefaultGroupName=Dateline
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Root}\LICENSE
OutputDir={#Root}\dist
OutputBaseFilename=Dateline-{#Version}-setup
SetupIconFile={#Root}\build\icons\dateline.ico
UninstallDisplayIcon={app}\dateline.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Root}\dist\dateline\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Root}\build\icons\document.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{userprograms}\Dateline"; Filename: "{app}\dateline.exe"
Name: "{userdesktop}\Dateline"; Filename: "{app}\dateline.exe"; Tasks: desktopicon

[Registry]
; The library is Dateline's own; articles are only offered under “Open with”.
Root: HKCU; Subkey: "Software\Classes\.dateline"; ValueType: string; ValueData: "Dateline.Library"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.dateline"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.dateline"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Dateline.Library"; ValueType: string; ValueData: "Dateline library"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Dateline.Library\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKCU; Subkey: "Software\Classes\Dateline.Library\shell\open\command"; ValueType: string; ValueData: """{app}\dateline.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\Applications\dateline.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Dateline"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Applications\dateline.exe\shell\open\command"; ValueType: string; ValueData: """{app}\dateline.exe"" ""%1"""
#define Offered(Ending) 'Root: HKCU; Subkey: "Software\Classes\Applications\dateline.exe\SupportedTypes"; ValueType: string; ValueName: "' + Ending + '"; ValueData: ""'
#emit Offered(".txt")
#emit Offered(".md")
#emit Offered(".html")
#emit Offered(".htm")
#emit Offered(".mhtml")
#emit Offered(".pdf")
#emit Offered(".docx")
#emit Offered(".doc")
#emit Offered(".odt")
#emit Offered(".rtf")
#emit Offered(".epub")
#emit Offered(".eml")
#emit Offered(".msg")
#emit Offered(".mbox")
#emit Offered(".csv")
#emit Offered(".jsonl")
#emit Offered(".xlsx")
#emit Offered(".zip")

[Run]
Filename: "{app}\dateline.exe"; Description: "{cm:LaunchProgram,Dateline}"; Flags: nowait postinstall skipifsilent
