"""The timeline: a pure layout, one painter and the view that hosts them."""
