# The same as the words of run.py, for hands that type make.
.PHONY: run test lint

run:
	python3 run.py

test:
	python3 run.py test

lint:
	python3 run.py lint
