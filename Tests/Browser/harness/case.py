"""What every test of the page has: one browser for all of them, tools and ways that are gone after the test, no surprises at its end."""
import atexit
import pathlib
import shutil
import tempfile
import unittest

from .chromium import Chromium
from .cuttable import CuttableWay
from .page import Page
from .tool import LiveServer, LiveTool, report

# What Chromium says in the console of a request that failed.
FAILED_REQUESTS = ("Failed to load resource", "net::ERR_")

_shared = []


def shared_browser():
    if not _shared:
        _shared.append(Chromium())
        atexit.register(_shared[0].quit)
    return _shared[0]


class PageTest(unittest.TestCase):
    """A test that meets the page as its users do. The page may say what it likes; it may not ask anybody but its own tool for
    anything, run into an error, or break its own Content-Security-Policy: that is looked at behind every test.
    """

    # What a test expects the console to say, as parts of its lines: a test that cuts the connection expects failed requests.
    expected_in_console = ()

    def run(self, result=None):
        self.result = result
        return super().run(result)

    def has_failed(self):
        return len(self.result.failures) + len(self.result.errors) > self.failed_before

    def setUp(self):
        self.failed_before = len(self.result.failures) + len(self.result.errors)
        self.browser = shared_browser()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="espalier-page-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.opened = False
        self.tools = []
        self.addCleanup(self.browser.leave)

    def tearDown(self):
        if not self.opened:
            return
        if self.has_failed():
            self.browser.screenshot(f"failed {self.id()}")
            return
        watched = self.browser.watched()
        if watched:
            self.assertEqual(watched["violations"], [], "the page broke its own Content-Security-Policy")
            self.assertEqual(watched["errors"], [], "a script of the page failed")
            self.assertEqual(watched["ran"], [], "text of the data was run")
        expected = list(self.expected_in_console)
        if any(not tool.is_running for tool in self.tools):
            # A tool that has ended takes its connections with it.
            expected += FAILED_REQUESTS
        strange = [entry["message"] for entry in self.browser.console() if not any(part in entry["message"] for part in expected)]
        self.assertEqual(strange, [], "the console has complaints")

    # Ways to the page.

    def tool(self, *arguments):
        tool = LiveTool(*arguments)
        self.tools.append(tool)
        self.addCleanup(tool.stop)
        return tool

    def server(self, *arguments):
        """A management server in the folder of the test."""
        server = LiveServer(*arguments, folder=self.folder)
        self.tools.append(server)
        self.addCleanup(server.stop)
        return server

    def live(self, *arguments):
        """A life that is lived now, and the page that watches it."""
        tool = self.tool(*arguments)
        return tool, self.open(tool.address)

    def way(self, tool):
        way = CuttableWay(tool.port)
        self.addCleanup(way.close)
        return way

    def report(self, *arguments, name="report.html"):
        """A life that is over, as a file, and the page that shows it."""
        file = report(self.folder / name, *arguments)
        return file, self.open(file.as_uri())

    def open(self, address, browser=None):
        browser = browser or self.browser
        self.opened = self.opened or browser is self.browser
        browser.open(address)
        page = Page(browser)
        page.wait_until_there()
        return page

    def second_browser(self):
        browser = Chromium()
        self.addCleanup(browser.quit)
        return browser
