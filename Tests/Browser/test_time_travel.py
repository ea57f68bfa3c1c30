"""Any moment of a life can be gone back to: the page, the tree and the apps are as they were then."""
import unittest

from selenium.webdriver.common.keys import Keys

from harness import settings
from harness.case import PageTest

WAITING = "Waiting for the previous step"
EXPECTED_POLICIES = "./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/ExpectedPolicies"


class Report(PageTest):
    def setUp(self):
        super().setUp()
        self.file, self.page = self.report()

    def test_begins_at_the_end(self):
        self.assertEqual(self.page.screen(), "desktop")

    def test_the_page_as_it_was(self):
        self.page.go_to("01:10")
        self.assertEqual(self.page.screen(), "status")
        self.assertEqual(self.page.categories(), {
            "Device preparation": "Complete", "Device setup": "Working on it...", "Account setup": WAITING})
        self.assertEqual(self.page.lines("Device setup")["Apps"], "1 of 4 installed")
        self.page.go_to("00:00")
        self.assertEqual(self.page.lines("Device setup")["Apps"], WAITING)

    def test_the_apps_as_they_were(self):
        self.page.go_to("01:20")
        self.assertEqual(self.page.apps()["Contoso VPN Client"], "installing")
        self.assertEqual(self.page.apps()["Endpoint Sensor"], "waiting")
        self.page.go_to("02:00")
        self.assertEqual(self.page.apps()["Contoso VPN Client"], "installed")

    def test_the_tree_as_it_was(self):
        """ExpectedPolicies comes with the lists at 01:05, and with it the counters (ESP-511)."""
        self.page.go_to("01:00")
        self.assertFalse(self.page.node_value(EXPECTED_POLICIES))
        self.page.go_to("01:05")
        self.assertIn("EntDMID", self.page.node_value(EXPECTED_POLICIES))

    def test_the_conversation_as_it_was(self):
        """Messages that came later are not there yet."""
        late = self.page.messages_shown()
        self.page.go_to("00:12")
        early = self.page.messages_shown()
        self.assertLess(early, late)
        self.assertGreater(early, 0)

    def test_there_and_back_is_the_same(self):
        end = self.page.everything()
        for moment in ("00:00", "04:30", "00:20", "01:05", "02:30"):
            self.page.go_to(moment)
            once = self.page.everything()
            self.page.go_to("04:55")
            self.page.go_to(moment)
            self.assertEqual(self.page.everything(), once)
        self.page.follow()
        self.assertEqual(self.page.everything(), end)

    def test_by_keys(self):
        """Home, End and the arrows on the slider; each says in words where it is."""
        slider = self.page.slider()
        slider.send_keys(Keys.HOME)
        self.page.wait_until(lambda: self.page.shown_time() == "00:00", "the first moment")
        first = self.page.slider_text()
        self.assertIn("00:00", first)
        for _ in range(4):
            slider.send_keys(Keys.ARROW_RIGHT)
        self.page.wait_until(lambda: self.page.slider_text() != first, "another moment")
        at = self.page.step_shown()
        slider.send_keys(Keys.ARROW_LEFT)
        self.page.wait_until(lambda: self.page.step_shown() == at - 1, "one step back")
        slider.send_keys(Keys.END)
        self.page.wait_until(lambda: self.page.screen() == "desktop", "the end")

    def test_by_mouse(self):
        """Dragged to the left end, and to the middle."""
        self.page.drag_slider(0.0)
        self.page.wait_until(lambda: self.page.shown_time() == "00:00", "the first moment")
        self.page.drag_slider(0.5)
        self.page.wait_until(lambda: self.page.shown_time() not in ("00:00", "04:35", "04:55"), "a moment in the middle")

    def test_the_slider_stands_below_its_moment(self):
        """At both ends and between them; the signs of the last moment are whole, and nothing lies over them."""
        for keys in (Keys.HOME, Keys.ARROW_RIGHT * 6, Keys.END):
            self.page.slider().send_keys(keys)
            self.browser.settle()
            thumb, head = self.browser.js("""
                const slider = document.querySelector(".rail input"), box = slider.getBoundingClientRect(), line = document.querySelector(".playhead").getBoundingClientRect();
                return [box.left + 8 + slider.value / slider.max * (box.width - 16), line.left + line.width / 2]""")
            self.assertAlmostEqual(thumb, head, delta=1)
        edge, signs = self.browser.js("""
            const right = (element) => element.getBoundingClientRect().right;
            return [right(document.querySelector(".plot")), [...document.querySelectorAll(".plot .segment, .plot .session, .plot .mark")].map(right)]""")
        self.assertLessEqual(max(signs), edge)
        self.assertTrue(self.browser.js("return document.querySelector('.future').hidden"))

    def test_in_the_address(self):
        """The moment stands in the address; a page that is opened with it shows it; Back returns."""
        self.page.go_to("01:10")
        self.page.wait_until(lambda: "t=70" in self.page.address(), "the moment in the address")
        address = self.page.address()
        self.browser.driver.get("about:blank")
        page = self.open(address)
        self.assertEqual(page.shown_time(), "01:10")
        self.assertEqual(page.lines("Device setup")["Apps"], "1 of 4 installed")

    def test_a_moment_that_is_none(self):
        """Nonsense in the address shows the life as if nothing were there."""
        for nonsense in ("#t=<img src=x onerror=run(1)>", "#t=NaN", "#t=-5", "#t=1e99", "#step=99999", "#message=99999.3&node=./Nowhere", "#tab=none"):
            with self.subTest(nonsense):
                self.browser.driver.get("about:blank")
                page = self.open(self.file.as_uri() + nonsense)
                self.assertEqual(page.title(), "A user-driven Autopilot device")


class Live(PageTest):
    def test_back_and_to_the_live_end(self):
        """While somebody looks at the past the life goes on, and Live goes back to it."""
        _, page = self.live("--speed", "60")
        page.wait_until(lambda: page.steps_known() > 6, "the life to begin")
        page.go_to("00:00")
        before = page.everything_shown()
        known = page.steps_known()
        page.wait_until(lambda: page.steps_known() > known + 3, "the life to go on")
        self.assertEqual(page.everything_shown(), before, "what is looked at stays")
        page.follow()
        page.wait_until_over()
        self.assertEqual(page.screen(), "desktop")


class Failure(PageTest):
    def test_the_moment_it_went_wrong(self):
        """In a report of a failed life the error is there from its moment on."""
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        self.assertEqual(page.error(), ("0x80070643", "Call the service desk."))
        page.go_to("01:30")
        self.assertIsNone(page.error())
        self.assertEqual(page.apps()["Sensor"], "installing")


if __name__ == "__main__":
    unittest.main()
