"""What the tests of the page stand on: the browser, the tool, and what the page looks like from outside."""
