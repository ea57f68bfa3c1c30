"""`espalier run --report FILE.html`: one file, which needs nothing but itself."""
import re
import unittest

from harness import settings
from harness.case import PageTest


class ReportFile(PageTest):
    def test_from_disk_and_without_a_network(self):
        """It asks for nothing, and everything is there: page, apps, tree, XML, time."""
        self.browser.offline(True)
        file, page = self.report()
        self.assertEqual([address for address in self.browser.requests() if not address.startswith(("data:", file.as_uri()))], [])
        self.assertEqual(page.screen(), "desktop")
        page.go_to("01:10")
        self.assertEqual(page.lines("Device setup")["Apps"], "1 of 4 installed")
        page.open_message(1)
        page.show_xml(1)
        self.assertIn("</SyncML>", page.xml(1))
        self.assertEqual([address for address in self.browser.requests() if not address.startswith(("data:", file.as_uri()))], [])

    def test_has_no_address_of_the_outside(self):
        """Nothing in the file is fetched from anywhere: no src, no link, no import, no url()."""
        file, _ = self.report()
        text = file.read_text()
        head = text[:text.index('id="life"')]
        for part in ("src=", "@import", "url(http", "<link rel=\"stylesheet"):
            self.assertNotIn(part, head.replace("img-src", "").replace("script-src", "").replace("style-src", ""))

    def test_offers_nothing_that_only_a_life_can_do(self):
        """No play at the tool, no button that could be pressed: the life is over."""
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        self.assertEqual(set(page.offered()), {"Reset device", "Try again", "Continue anyway", "View diagnostics"})
        self.assertEqual(page.usable(), [])
        self.assertTrue(page.why_buttons_do_nothing())

    def test_says_which_expectations_were_met(self):
        """The ending of a life stands on the page, in words."""
        _, page = self.report()
        self.assertIn("succeeded", page.text())

    def test_is_the_same_each_time(self):
        """The same scenario gives the same file, byte for byte but for what tells one run from another."""
        one, _ = self.report(name="one.html")
        two, _ = self.report(name="two.html")
        texts = [re.sub(r'"life":"\w+"', '"life":"…"', file.read_text()) for file in (one, two)]
        self.assertEqual(*texts)

    def test_every_kind_of_life(self):
        """Lives of every mode open without an error, at their end and at their beginning."""
        for scenario in ("sc-04", "sc-09", "sc-12", "self-deploying", "preprovisioning", "app-restarts-machine", "account-app-fails", "device-preparation",
                         "quality-updates", "white-page-esp-326-on", "hybrid-user-context-apps", "authentication-mac", "package-of-two-users",
                         "session-aborted", "server-breaks", "unenrolled", "wiped", "hololens", "configmgr"):
            with self.subTest(scenario):
                _, page = self.report(settings.SAMPLES / f"{scenario}.yaml", name=f"{scenario}.html")
                self.assertTrue(page.title())
                page.go_to_first()
                page.follow()
                self.assertEqual(self.browser.watched()["errors"], [])
                self.assertEqual(self.browser.watched()["violations"], [])


if __name__ == "__main__":
    unittest.main()
