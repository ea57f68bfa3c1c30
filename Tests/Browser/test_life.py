"""The bundled life, watched from its first moment to its end (esp-behaviour.md 1.4, 4.2, 4.3)."""
import unittest

from harness.case import PageTest

WAITING = "Waiting for the previous step"


class BundledLife(PageTest):
    def test_to_success_at_full_speed(self):
        """Categories, lines, apps, sign-in and desktop, and the end in words."""
        tool, page = self.live()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        self.assertIn("succeeded", page.clock_text())
        self.assertEqual(page.screen(), "desktop")

        self.assertEqual(page.apps()["Contoso VPN Client"], "installed")
        self.assertEqual(page.apps()["Office Templates"], "installed")

        # The last moment of account setup still has every text that the page showed.
        page.go_to_end_of_screen("status")
        self.assertEqual(page.categories(), {"Device preparation": "Complete", "Device setup": "Complete", "Account setup": "Complete"})
        self.assertEqual(page.lines("Device setup"), {
            "Security policies": "1 of 1 applied", "Certificates": "1 of 1 applied", "Network connections": "1 of 1 added",
            "Apps": "4 of 4 installed"})
        self.assertEqual(page.lines("Account setup")["Apps"], "1 of 1 installed")

        status, said = tool.end()
        self.assertEqual(status, 0, "a life that was watched ends as one that was not")
        self.assertEqual(said["outcome"], "succeeded")

    def test_each_screen_comes(self):
        """Before sign-in the page, then the sign-in screen, the page of the account, and the desktop."""
        _, page = self.live()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        self.assertEqual(page.screens(), ["status", "signIn", "status", "desktop"])

    def test_what_waits_says_so(self):
        """Before device preparation has ended, what comes later waits for it (4.3)."""
        _, page = self.live("--stop-at", "00:30")
        page.set_speed(None)
        page.wait_until(lambda: page.is_paused() and page.steps_known() > 3, "the clock to stand at 00:30")
        self.assertEqual(page.categories(), {
            "Device preparation": "Working on it...", "Device setup": WAITING, "Account setup": WAITING})
        self.assertEqual(page.lines("Device setup")["Apps"], WAITING)


class Clock(PageTest):
    def test_waits_for_the_first_browser_and_then_plays(self):
        _, page = self.live("--speed", "600")
        page.wait_until(lambda: page.time_in_seconds() > 0, "time to pass without anybody pressing anything")

    def test_pause_step_and_speed(self):
        _, page = self.live("--speed", "1")
        page.pause()
        page.wait_until(lambda: page.is_paused(), "the clock to stand")
        before = page.steps_known()
        page.step()
        page.wait_until(lambda: page.steps_known() > before, "the next event")
        page.wait_until(lambda: page.is_paused(), "the clock to stand again")
        page.set_speed(60)
        page.play()
        page.wait_until(lambda: page.steps_known() > before + 3, "more events at 60 times the speed")
        page.pause()
        page.wait_until(lambda: page.is_paused(), "the clock to stand")
        stood = page.steps_known()
        page.browser.settle()
        self.assertEqual(page.steps_known(), stood)

    def test_stands_still_while_it_is_paused_and_says_what_is_next(self):
        _, page = self.live("--speed", "20")
        page.pause()
        page.wait_until(lambda: page.is_paused(), "the clock to stand")
        self.assertRegex(page.clock_text(), r"(?i)paused")


if __name__ == "__main__":
    unittest.main()
