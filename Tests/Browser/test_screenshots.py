"""Pictures of the page in light, dark and narrow, for people to look at (`.build/screenshots`), and those of the README."""
import struct
import unittest
import zlib

from harness import settings
from harness.case import PageTest

LOOKS = (("light", "light", 1440, 900), ("dark", "dark", 1440, 900), ("narrow", "light", 390, 844))
LARGEST_PICTURE = 300_000


def packed(picture):
    """The same PNG with its data packed as tightly as zlib can; Chromium packs for speed."""
    chunks, place = [], 8
    while place < len(picture):
        length, kind = struct.unpack(">I4s", picture[place:place + 8])
        chunks.append((kind, picture[place + 8:place + 8 + length]))
        place += 12 + length
    data = zlib.compress(zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT")), 9)
    kept = [(kind, content) for kind, content in chunks if kind not in (b"IDAT", b"IEND")] + [(b"IDAT", data), (b"IEND", b"")]
    return picture[:8] + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)) for kind, content in kept)


class Screenshots(PageTest):
    def take(self, name, page):
        for look, scheme, width, height in LOOKS:
            self.browser.look(scheme)
            self.browser.size(width, height)
            self.browser.settle()
            self.assertGreater(self.browser.screenshot(f"{name}-{look}", whole=look == "narrow").stat().st_size, 5000)
        self.browser.look("light")
        self.browser.size(1440, 900)

    def test_the_bundled_life(self):
        _, page = self.report()
        self.take("report-end", page)
        page.go_to("01:20")
        self.take("life-middle", page)
        page.go_to("04:30")
        self.take("life-account", page)

    def test_a_live_page(self):
        _, page = self.live("--stop-at", "02:00")
        page.set_speed(None)
        page.wait_until(lambda: page.is_paused() and page.steps_known() > 5, "the clock to stand at 02:00")
        self.take("live", page)

    def test_an_error(self):
        _, page = self.live(settings.SCENARIOS / "failure.yaml")
        page.set_speed(None)
        page.play()
        page.wait_until(lambda: "Try again" in page.offered(), "the error screen")
        self.take("error", page)
        page.show("Diagnostics")
        self.take("diagnostics", page)

    def test_technician(self):
        for scenario, name in (("technician", "technician-success"), ("technician-failure", "technician-failure")):
            _, page = self.report(settings.SCENARIOS / f"{scenario}.yaml", name=f"{scenario}.html")
            self.take(name, page)

    def test_conversation_with_xml(self):
        _, page = self.report()
        page.open_message(1)
        page.choose_command(1, "BlockInStatusPage")
        self.take("conversation", page)
        page.show_xml(1)
        self.take("conversation-xml", page)

    def test_tree_with_details(self):
        _, page = self.report()
        page.choose_node("./Device/Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/FirstSyncStatus/BlockInStatusPage")
        self.take("tree", page)

    def test_hostile(self):
        _, page = self.report(settings.SCENARIOS / "hostile.yaml")
        self.take("hostile", page)
        page.show("Diagnostics")
        self.take("hostile-diagnostics", page)


@unittest.skipUnless(settings.RECORD, "the pictures of the README are made with ESPALIER_RECORD=1")
class PicturesOfTheReadme(PageTest):
    def test_record(self):
        """docs/images/page.png and page-dark.png: the bundled life in the middle of device setup."""
        folder = settings.ROOT / "docs" / "images"
        folder.mkdir(parents=True, exist_ok=True)
        _, page = self.report()
        page.go_to("02:00")
        page.open_message(1)
        page.choose_command(1, "BlockInStatusPage")
        for scheme, name in (("light", "page.png"), ("dark", "page-dark.png")):
            self.browser.look(scheme)
            picture = packed(self.browser.screenshot(name).read_bytes())
            self.assertLessEqual(len(picture), LARGEST_PICTURE)
            (folder / name).write_bytes(picture)


if __name__ == "__main__":
    unittest.main()
