"""The page for people who use no mouse, do not see it, or see it otherwise."""
import unittest

from harness import accessibility, contrast, settings
from harness.accessibility import name, property_of, with_role
from harness.case import PageTest

TABS = ("Conversation", "Tree", "Diagnostics", "Events")


class ScreenReader(PageTest):
    def test_every_control_has_a_name(self):
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        for tab in TABS:
            page.show(tab)
            self.browser.settle()
            self.assertEqual(accessibility.nameless(self.browser.accessibility_nodes()), [], tab)

    def test_structure(self):
        """One h1, headings without a gap, the landmarks, a language, and a title that names the life."""
        _, page = self.report()
        nodes = self.browser.accessibility_nodes()
        levels = [property_of(node, "level") for node in with_role(nodes, "heading")]
        self.assertEqual(levels.count(1), 1)
        for before, after in zip(levels, levels[1:]):
            self.assertLessEqual(after - before, 1, levels)
        self.assertEqual(len(with_role(nodes, "banner")), 1)
        self.assertEqual(len(with_role(nodes, "main")), 1)
        self.assertGreaterEqual(len(with_role(nodes, "region")), 2)
        self.assertEqual(self.browser.js("return document.documentElement.lang"), "en")
        self.assertIn("A user-driven Autopilot device", self.browser.driver.title)

    def test_ids_are_unique(self):
        _, page = self.report()
        self.assertEqual(self.browser.js(
            "const ids = [...document.querySelectorAll('[id]')].map((element) => element.id); return ids.filter((id, index) => ids.indexOf(id) !== index)"), [])

    def test_tabs_are_tabs(self):
        _, page = self.report()
        tabs = with_role(self.browser.accessibility_nodes(), "tab")
        self.assertEqual([name(tab) for tab in tabs][:4], list(TABS))
        for tab in TABS:
            page.show(tab)
            nodes = self.browser.accessibility_nodes()
            self.assertEqual([name(node) for node in with_role(nodes, "tab") if property_of(node, "selected")], [tab])
            self.assertIn(tab, [name(node) for node in with_role(nodes, "tabpanel")])

    def test_the_slider_speaks(self):
        """Not a number of steps, but the moment and what it shows."""
        _, page = self.report()
        page.go_to("01:10")
        self.assertIn("01:10", page.slider_text())
        self.assertIn("Device setup", page.slider_text())

    def test_progress_is_announced(self):
        """A polite live region says what a user should hear; it does not say every line."""
        _, page = self.live(settings.SCENARIOS / "failure.yaml")
        page.listen_to_progress()
        page.set_speed(None)
        page.play()
        page.wait_until(lambda: "Try again" in page.offered(), "the error screen")
        page.wait_until(lambda: any("0x80070643" in said for said in page.progress_heard()), "the error to be said")
        self.assertLess(len(page.progress_heard()), 25)

    def test_states_are_words(self):
        """Nothing is told by colour alone: each category and app has its state as text."""
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        self.assertEqual(page.categories()["Device setup"], "Error")
        self.assertEqual(set(page.apps().values()) - {"failed", "installed"}, set())


class Keyboard(PageTest):
    def test_everything_is_reached_and_seen_to_be(self):
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        for tab in TABS:
            page.show(tab)
            self.browser.settle()
            missed, unframed, outside = accessibility.tab_through(self.browser)
            with self.subTest(tab):
                self.assertEqual(missed, [])
                self.assertEqual(unframed, [], "the focus cannot be seen")
                self.assertEqual(outside, [], "the focus is outside of the window")

    def test_shortcuts(self):
        _, page = self.report()
        page.type("2")
        self.assertEqual(page.tab(), "Tree")
        page.type("1")
        self.assertEqual(page.tab(), "Conversation")
        page.type("/")
        page.wait_until(lambda: page.focus_is_in_search(), "the search")
        page.type("3")
        self.assertEqual(page.tab(), "Conversation", "what is typed into a field is no shortcut")

    def test_list_of_keys(self):
        """? opens it, Escape closes it and gives the focus back."""
        _, page = self.report()
        page.type("?")
        page.wait_until(lambda: page.dialog_is_open(), "the list of keys")
        page.type("\ue00c")
        page.wait_until(lambda: not page.dialog_is_open(), "the list of keys to close")

    def test_a_life_without_a_mouse(self):
        """Play, pause, step, speed and a tab, all by keys."""
        _, page = self.live("--speed", "1")
        page.wait_until(lambda: page.steps_known() > 0, "the life to begin")
        page.type(" ")
        page.wait_until(lambda: page.is_paused(), "the clock to stand")
        page.type(" ")
        page.wait_until(lambda: not page.is_paused(), "the clock to go")

    def test_skip_links(self):
        _, page = self.report()
        first = page.first_by_tab()
        self.assertRegex(first, "(?i)go to|skip")


class Seen(PageTest):
    SCENARIOS = (("failure", settings.SCENARIOS / "failure.yaml", None), ("success", None, None), ("middle", None, "01:20"),
                 ("technician", settings.SCENARIOS / "technician.yaml", None),
                 ("technician failure", settings.SCENARIOS / "technician-failure.yaml", None))

    def test_contrast(self):
        """WCAG 1.4.3 for each text that is seen, in light and in dark."""
        for what, scenario, moment in self.SCENARIOS:
            _, page = self.report(*([scenario] if scenario else []))
            if moment:
                page.go_to(moment)
            for scheme in ("light", "dark"):
                self.browser.look(scheme)
                for tab in TABS:
                    page.show(tab)
                    if tab == "Conversation":
                        page.open_message(1)
                        page.show_xml(1)
                    self.browser.settle()
                    with self.subTest(what=what, scheme=scheme, tab=tab):
                        self.assertEqual(contrast.shortfalls(self.browser, self.browser.canvas()), [])

    def test_narrow(self):
        """320 CSS pixels: nothing sticks out to the side (WCAG 1.4.10), and everything can be used."""
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        self.browser.size(320, 700)
        for tab in TABS:
            page.show(tab)
            self.browser.settle()
            with self.subTest(tab):
                self.assertLessEqual(self.browser.js("return document.documentElement.scrollWidth"), 320, self.browser.js("""
                    return [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > 321)
                      .map((element) => `${element.tagName}.${element.getAttribute('class')}`).slice(0, 10).join(' ')"""))
        self.assertEqual(self.browser.js("const tabs = document.querySelector('#tabs'); return tabs.scrollWidth - tabs.clientWidth"), 0, "all tabs are in view")
        page.go_to("01:40")
        self.assertEqual(page.lines("Device setup")["Apps"], "2 of 3 installed")

    def test_large_text(self):
        """Text of twice the size: nothing is lost to the side (WCAG 1.4.4)."""
        _, page = self.report()
        self.browser.size(720, 450)
        self.browser.settle()
        self.assertLessEqual(self.browser.js("return document.documentElement.scrollWidth"), 720)

    def test_targets_are_large_enough(self):
        """24 by 24 CSS pixels for what is pressed (WCAG 2.5.8); a label belongs to the field in it."""
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        small = self.browser.js("""
            return [...document.querySelectorAll("button, select, input")].filter((element) => element.checkVisibility())
              .map((element) => [element, (element.closest("label") ?? element).getBoundingClientRect()])
              .filter(([element, box]) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
              .map(([element, box]) => `${element.tagName}#${element.id}.${element.className} ${Math.round(box.width)}x${Math.round(box.height)}`)""")
        self.assertEqual(small, [])

    def test_less_motion(self):
        """Who wants less motion gets none that goes on by itself."""
        self.browser.look("light", reduced_motion="reduce")
        _, page = self.report()
        page.go_to("01:20")
        self.browser.settle()
        self.assertEqual(self.browser.js(
            "return document.getAnimations().filter((animation) => animation.playState === 'running' && animation.effect.getComputedTiming().activeDuration > 100).length"), 0)

    def test_forced_colours(self):
        """In forced colours the states are still words, and controls still have edges."""
        self.browser.look("light", forced_colors="active")
        _, page = self.report(settings.SCENARIOS / "failure.yaml")
        self.assertEqual(page.categories()["Device setup"], "Error")
        self.browser.screenshot("forced-colours")


if __name__ == "__main__":
    unittest.main()
