"""Browsers come and go, connections break, the tool ends: no step is lost or doubled, and the page says what is the matter."""
import unittest
import urllib.error
import urllib.request

from harness import settings
from harness.case import FAILED_REQUESTS, PageTest

class Reload(PageTest):
    def test_in_the_middle(self):
        """Everything is there again, once, and the life goes on."""
        tool, page = self.live("--stop-at", "02:00")
        page.set_speed(None)
        page.wait_until(lambda: page.is_paused() and page.steps_known() > 5, "the clock to stand at 02:00")
        before = page.everything()
        page.reload()
        page.wait_until(lambda: page.steps_known() == before["steps"], "the same steps")
        self.assertEqual(page.everything(), before)
        page.play()
        page.wait_until_over()
        status, said = tool.end()
        self.assertEqual((status, said["outcome"]), (0, "succeeded"))

    def test_while_it_plays(self):
        """Reloaded again and again while the clock runs: the events come in their order, without a gap."""
        tool, page = self.live("--speed", "60")
        for _ in range(4):
            known = page.steps_known()
            page.wait_until(lambda: page.steps_known() > known, "another step")
            page.reload()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        count = page.event_count()
        _, said = tool.end()
        self.assertEqual(count, len(said["events"]))

    def test_stays_at_the_moment_that_was_chosen(self):
        _, page = self.live()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        page.go_to("01:10")
        page.wait_until(lambda: "t=70" in page.address(), "the moment in the address")
        before = page.everything()
        page.reload()
        page.wait_until(lambda: page.shown_time() == "01:10", "the moment that was chosen")
        page.wait_until(lambda: page.steps_known() == before["steps"], "all steps")
        self.assertEqual(page.everything(), before)


class TwoBrowsers(PageTest):
    def test_see_the_same(self):
        """Both see the life, each can look at another moment, and either can press."""
        tool, one = self.live(settings.SCENARIOS / "failure.yaml")
        one.set_speed(None)
        one.play()
        other = self.open(tool.address, self.second_browser())
        for page in (one, other):
            page.wait_until(lambda: "Try again" in page.offered(), "the error screen")
        self.assertEqual(one.everything(), other.everything())
        other.go_to("01:00")
        self.assertIn("Try again", one.offered())
        other.follow()
        other.press("Try again")
        for page in (one, other):
            page.wait_until_over()
            self.assertEqual(page.screen(), "desktop")
        self.assertEqual(one.everything(), other.everything())


class LostConnection(PageTest):
    expected_in_console = FAILED_REQUESTS

    def test_cut_and_mended(self):
        """The page says that it lost the tool, comes back by itself, and has missed nothing."""
        tool = self.tool("--speed", "60")
        way = self.way(tool)
        page = self.open(way.address(tool.address))
        page.wait_until(lambda: page.steps_known() > 2, "the life to begin")
        way.cut()
        page.wait_until(lambda: "lost" in page.connection().lower(), "the page to say that the connection is lost")
        way.mend()
        page.wait_until(lambda: "lost" not in page.connection().lower(), "the connection to come back")
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        count = page.event_count()
        _, said = tool.end()
        self.assertEqual(count, len(said["events"]))

    def test_a_tool_that_stands_still(self):
        """While the tool is stopped, nothing comes; when it goes on, everything does."""
        tool, page = self.live("--speed", "60")
        page.wait_until(lambda: page.steps_known() > 2, "the life to begin")
        tool.freeze()
        known = page.steps_known()
        page.go_to("00:00")
        page.browser.settle()
        self.assertLessEqual(page.steps_known() - known, 1)
        tool.thaw()
        page.follow()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        self.assertEqual(page.screen(), "desktop")

    def test_the_tool_has_ended(self):
        """The page says so and what to do, and what it has can still be looked at."""
        tool, page = self.live("--speed", "60")
        page.wait_until(lambda: page.steps_known() > 3, "the life to begin")
        tool.stop()
        page.wait_until(lambda: "lost" in page.connection().lower(), "the page to say that the connection is lost")
        page.wait_until(lambda: "ended" in page.connection().lower(), "the page to say what to do")
        page.go_to("00:00")
        self.assertEqual(page.shown_time(), "00:00")
        self.assertEqual(page.usable(), [])


class Addresses(PageTest):
    """What is not the printed address gets a clear answer, and the life goes on."""

    expected_in_console = FAILED_REQUESTS

    def answer(self, address, method="GET", **headers):
        request = urllib.request.Request(address, method=method, headers=headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=settings.PATIENCE) as response:
                return response.status, response.read().decode(), response.headers
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read().decode(), refusal.headers

    def test_refusals(self):
        tool = self.tool()
        good = tool.token
        for path, expected in (
            ("/", 403), ("/?token=", 403), ("/?token=wrong", 403), (f"/?token={good}x", 403), (f"/?token={good[:-1]}", 403),
            ("/devices?token=wrong", 403), ("/devices/1/events", 403), ("/devices/1/messages/0?token=wrong", 403),
            (f"/nowhere?token={good}", 404), (f"/devices/99/events?token={good}", 404), (f"/devices/1/messages/999999?token={good}", 404),
            (f"/../../etc/passwd?token={good}", 404), (f"/%2e%2e/%2e%2e/etc/passwd?token={good}", 404),
        ):
            with self.subTest(path):
                status, text, _ = self.answer(tool.origin + path)
                self.assertEqual(status, expected)
                self.assertTrue(text.strip(), "a refusal says why")
                self.assertNotIn(good, text)
        self.assertTrue(tool.is_running)

    def test_other_methods_hosts_and_origins(self):
        tool = self.tool()
        address = f"{tool.origin}/?token={tool.token}"
        status, _, headers = self.answer(address, "DELETE")
        self.assertEqual(status, 405)
        self.assertIn("GET", headers["Allow"])
        self.assertEqual(self.answer(address, Host="evil.example")[0], 421)
        self.assertEqual(self.answer(address)[0], 200)

    def test_headers(self):
        tool = self.tool()
        _, _, headers = self.answer(f"{tool.origin}/?token={tool.token}")
        policy = headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertIn("frame-ancestors 'none'", policy)
        self.assertNotIn("unsafe", policy)
        self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual(headers["Referrer-Policy"], "no-referrer")
        self.assertIn("no-store", headers["Cache-Control"])

    def test_a_wrong_token_in_the_browser(self):
        """A sentence for people, and nothing of the life."""
        tool = self.tool()
        self.browser.open(f"{tool.origin}/?token=wrong")
        text = self.browser.js("return document.body.innerText")
        self.assertRegex(text, "(?i)token|address")
        self.assertNotIn("Device setup", text)


if __name__ == "__main__":
    unittest.main()
