"""Each button and link of the page, pressed in the browser, and what the life makes of it (ESP-521 to ESP-524, ESP-704)."""
import unittest

from harness import settings
from harness.case import PageTest


class ButtonTest(PageTest):
    def play_to(self, scenario, button, *arguments):
        """A life at full speed until this button stands on the page."""
        tool, page = self.live(settings.SCENARIOS / scenario, *arguments)
        page.set_speed(None)
        page.play()
        page.wait_until(lambda: button in page.offered(), f"the button {button}")
        return tool, page


class ErrorScreen(ButtonTest):
    def test_everything_that_the_profile_allows(self):
        """ESP-003, ESP-004, ESP-006b, ESP-007, ESP-008: BlockInStatusPage 7 with the link to diagnostics."""
        _, page = self.play_to("failure.yaml", "Try again")
        self.assertEqual(set(page.offered()), {"Reset device", "Try again", "Continue anyway", "View diagnostics"})
        self.assertEqual(page.error(), ("0x80070643", "Call the service desk."))
        self.assertEqual(page.categories(), {
            "Device preparation": "Complete", "Device setup": "Error", "Account setup": "Previous step failed"})
        self.assertEqual(page.lines("Device setup")["Apps"], "0x80070643")
        self.assertEqual(page.apps()["Sensor"], "failed")
        self.assertRegex(page.clock_text(), "(?i)press a button")

    def test_try_again(self):
        """ESP-521: what had failed is run again, and the life goes on to its end."""
        tool, page = self.play_to("failure.yaml", "Try again")
        page.press("Try again")
        page.wait_until(lambda: page.screen() == "desktop", "the desktop")
        page.wait_until_over()
        self.assertIsNone(page.error())
        self.assertEqual(page.apps()["Sensor"], "installed")
        status, said = tool.end()
        self.assertEqual((status, said["outcome"]), (0, "succeeded"))

    def test_continue_anyway(self):
        """ESP-522: the page is left, and the user signs in."""
        tool, page = self.play_to("failure.yaml", "Continue anyway")
        page.press("Continue anyway")
        page.wait_until(lambda: page.screen() in ("signIn", "desktop") or page.state() == "S6", "what comes after the page")
        status, said = tool.end()
        self.assertIn(said["outcome"], ("continued", "succeeded"))

    def test_reset(self):
        """ESP-007: the reset begins, and nothing comes after it."""
        tool, page = self.play_to("failure.yaml", "Reset device")
        page.press("Reset device")
        page.wait_until(lambda: page.screen() == "reset", "the reset")
        page.wait_until_over()
        self.assertEqual(page.offered(), [])
        _, said = tool.end()
        self.assertEqual(said["outcome"], "reset")

    def test_view_diagnostics(self):
        """ESP-524: the page stays, and its buttons with it."""
        tool, page = self.play_to("failure.yaml", "View diagnostics")
        before = page.steps_known()
        page.press("View diagnostics")
        page.wait_until(lambda: page.steps_known() > before, "the press in the life")
        self.assertEqual(page.screen(), "status")
        self.assertIn("Try again", page.offered())
        page.press("Try again")
        page.wait_until(lambda: page.screen() == "desktop", "the desktop")
        _, said = tool.end()
        self.assertEqual([event["areas"] for event in said["events"] if event["type"] == "logsCollected"], [["Autopilot"]])

    def test_collect_logs(self):
        """ESP-004: Windows 10 has the link under its older name."""
        tool, page = self.play_to("failure-windows-10.yaml", "Collect logs")
        self.assertNotIn("View diagnostics", page.offered())
        before = page.steps_known()
        page.press("Collect logs")
        page.wait_until(lambda: page.steps_known() > before, "the press in the life")
        self.assertEqual(page.screen(), "status")
        _, said = tool.end()
        self.assertIn("logsCollected", [event["type"] for event in said["events"]])

    def test_sign_out(self):
        """ESP-523: after Autopilot Reset an administrator signs out in place of leaving."""
        tool, page = self.play_to("sign-out.yaml", "Sign out")
        self.assertEqual(page.categories()["Account setup"], "Complete")
        page.press("Sign out")
        page.wait_until(lambda: page.screen() == "signIn", "the sign-in screen")
        _, said = tool.end()
        self.assertIn("userSignedOut", [event["type"] for event in said["events"]])

    def test_by_keyboard(self):
        """A button takes Enter, and is pressed once."""
        tool, page = self.play_to("failure.yaml", "Try again")
        page.press_by_keyboard("Try again")
        page.wait_until(lambda: page.screen() == "desktop", "the desktop")
        _, said = tool.end()
        self.assertEqual([event["button"] for event in said["events"] if event["type"] == "buttonPressed"], ["tryAgain"])

    def test_back_in_time_the_buttons_do_nothing(self):
        """What was offered then cannot be pressed now; the page says so and asks the tool for nothing."""
        tool, page = self.play_to("failure.yaml", "Try again")
        page.press("Try again")
        page.wait_until(lambda: page.screen() == "desktop", "the desktop")
        page.go_to_screen_with("Try again")
        self.assertEqual(page.usable(), [])
        self.assertTrue(page.why_buttons_do_nothing())
        _, said = tool.end()
        self.assertEqual(len([event for event in said["events"] if event["type"] == "buttonPressed"]), 1)


class Technician(ButtonTest):
    def test_success_and_reseal(self):
        """ESP-704: the green page waits for Reseal, which turns the device off; its user turns it on again (ESP-706)."""
        tool, page = self.play_to("technician.yaml", "Reseal")
        self.assertEqual(page.screen(), "technicianSuccess")
        page.press("Reseal")
        page.wait_until_over()
        self.assertEqual(page.screen(), "desktop")
        self.assertIn("off", page.screens())
        status, said = tool.end()
        self.assertEqual((status, said["outcome"]), (0, "succeeded"))

    def test_failure_and_try_again(self):
        """ESP-703, ESP-704: the red page has Try again and Reset, and never Continue anyway."""
        _, page = self.play_to("technician-failure.yaml", "Try again")
        self.assertEqual(page.screen(), "technicianFailure")
        self.assertEqual(set(page.offered()), {"Reset device", "Try again", "View diagnostics"})
        self.assertEqual(page.error()[0], "0x80070643")
        page.press("Try again")
        page.wait_until(lambda: page.screen() == "technicianSuccess", "the green page")
        self.assertEqual(page.offered(), ["Reseal"])

    def test_failure_and_reset(self):
        tool, page = self.play_to("technician-failure.yaml", "Reset device")
        page.press("Reset device")
        page.wait_until(lambda: page.screen() == "reset", "the reset")
        _, said = tool.end()
        self.assertEqual(said["outcome"], "reset")


if __name__ == "__main__":
    unittest.main()
