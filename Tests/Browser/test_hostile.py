"""Everything from a scenario, a server or a capture is text: no element comes of it, no script, and no request."""
import unittest

from harness import settings, synthetic
from harness.case import PageTest

SCENARIO = settings.SCENARIOS / "hostile.yaml"

# Elements that only data could have made: the page has no pictures, frames, forms or bold text, and one h1.
STRANGE = """
const strange = [...document.querySelectorAll("img, iframe, object, embed, video, audio, form:not([method=dialog]), base, b, i:not([aria-hidden]), [onerror], [onload], [onclick], script[src], [href^='javascript:' i], [src]")];
const headings = [...document.querySelectorAll("h1")];
return strange.map((element) => element.outerHTML.slice(0, 200)).concat(headings.length === 1 ? [] : [`${headings.length} h1`]);
"""


class Hostile(PageTest):
    def look_everywhere(self, page):
        """Every view, so that everything is drawn; nothing strange may be there in any."""
        self.assertEqual(self.browser.js(STRANGE), [])
        for tab in ("Conversation", "Tree", "Diagnostics", "Events"):
            page.show(tab)
            page.browser.settle()
            page.open_everything()
            self.assertEqual(self.browser.js(STRANGE), [], tab)
        self.assertEqual(self.browser.watched()["ran"], [])
        self.assertEqual(self.browser.watched()["violations"], [])

    def test_live(self):
        tool, page = self.live(SCENARIO)
        page.set_speed(None)
        page.play()
        page.wait_until(lambda: "Try again" in page.offered(), "the error screen")
        self.assertIn("</script><script>run(1)</script><img src=x onerror=run(2)>", page.title())
        self.assertIn("<h1>Owned</h1></script><script>run(6)</script><img src=x onerror=run(7)>", page.error()[1])
        self.assertIn("<img src=x onerror=run(9)>", page.apps())
        self.look_everywhere(page)
        page.show("Conversation")
        for number in range(page.messages_known()):
            page.open_message(number)
        page.show_xml(1)
        self.assertEqual(self.browser.js(STRANGE), [])
        for address in self.browser.requests():
            self.assertTrue(address.startswith((tool.origin + "/", "data:", "about:blank")), address)

    def test_report(self):
        file, page = self.report(SCENARIO)
        self.assertIn("</script><script>run(1)</script>", page.title())
        self.look_everywhere(page)
        self.assertEqual(file.read_text().count("</script>"), file.read_text().count("<script"), "the data ends no script element")

    def test_the_line_is_not_turned(self):
        """A direction override shows as a sign: names read in the order in which they are written, and what follows them too."""
        _, page = self.report(SCENARIO)
        for tab in ("Conversation", "Tree", "Diagnostics", "Events"):
            page.show(tab)
            page.browser.settle()
            page.open_everything()
            raw = self.browser.js(
                "return [...document.body.querySelectorAll('*')].filter((element) => element.tagName !== 'SCRIPT')"
                ".flatMap((element) => [...element.childNodes]).filter((node) => node.nodeType === 3 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(node.data))"
                ".map((node) => `${node.parentElement.tagName}.${node.parentElement.className} ${node.data}`)")
            self.assertEqual(raw, [], tab)

    def changed_report(self, change):
        """A report of the bundled life whose data were changed by hand: what no scenario can hold."""
        file, _ = self.report(name="template.html")
        page = file.read_text()
        data = synthetic.life(page)
        change(data)
        other = self.folder / "changed.html"
        other.write_text(synthetic.with_life(page, data))
        return self.open(other.as_uri())

    def test_values_of_a_megabyte(self):
        """The page stays usable: it shows the beginning, and how much there is."""
        million = "<img src=x onerror=run(1)>" * (1 << 15) + "A" * (1 << 18)

        def change(data):
            first = data["steps"][0]
            first["nodes"].append({"uri": "./Device/Vendor/MSFT/Policy/Config/Big/Value", "value": million, "writer": "server", "facts": None})
            first["messages"][1]["xml"] = "<SyncML>" + million + "</SyncML>"
            first["messages"][1]["rows"][0]["data"] = million[:200]
            first["messages"][1]["rows"][0]["dataLength"] = len(million)
            first["events"].append({"type": "agentLog", "t": 0, "text": million})

        page = self.changed_report(change)
        self.look_everywhere(page)
        page.choose_node("./Device/Vendor/MSFT/Policy/Config/Big/Value")
        self.assertIn("<img src=x onerror=run(1)>", page.node_details())
        page.show("Conversation")
        page.open_message(1)
        page.show_xml(1)
        self.assertIn("<img src=x onerror=run(1)>", page.xml(1))

    def test_markup_in_every_field(self):
        """Each text of the timeline, whatever it is for, as markup: statuses, rules, formats, titles, labels, states, codes."""
        def poisoned(value, path):
            if isinstance(value, dict):
                return {key: poisoned(inner, path + [key]) for key, inner in value.items()}
            if isinstance(value, list):
                return [poisoned(inner, path) for inner in value]
            # What the page's code tells apart stays what it is: kinds of events, identities, states, addresses that belong together.
            kept = {"type", "view", "life", "id", "category", "line", "state", "direction", "kind", "scope", "buttons", "links", "uri", "encoding",
                    "writer", "severity", "outcome", "schemaVersion", "button", "token"}
            if isinstance(value, str) and path[-1] not in kept:
                return f"<img src=x onerror=run({len(path)})>{value}"
            return value

        def change(data):
            for key in ("head", "steps", "ending"):
                data[key] = poisoned(data[key], [key])

        page = self.changed_report(change)
        self.look_everywhere(page)

    def test_kinds_that_the_page_does_not_know(self):
        """Events, states and kinds of a newer tool are shown as they are, and break nothing."""
        def change(data):
            step = data["steps"][3]
            step["events"].append({"type": "<b>newer</b>", "t": step["t"], "__proto__": "x", "constructor": "y"})
            step["events"].append({"type": "constructor", "t": step["t"]})
            step["events"].append({"type": "pageState", "t": step["t"], "state": "__proto__"})
            step["events"].append({"type": "category", "t": step["t"], "category": "toString", "state": "constructor", "text": "valueOf"})
            step["nodes"] = step.get("nodes", []) + [
                {"uri": "./Device/__proto__/constructor", "value": "x", "writer": "toString", "facts": None}]

        page = self.changed_report(change)
        self.look_everywhere(page)
        self.assertEqual(page.screen(), "desktop")


if __name__ == "__main__":
    unittest.main()
