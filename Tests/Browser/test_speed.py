"""How fast the page is. Figures are printed; only what is beyond any reason fails, because a slow machine is no defect."""
import statistics
import sys
import unittest

from harness import settings, synthetic
from harness.case import PageTest


def say(text):
    print(f"\n    measured: {text}", file=sys.stderr, flush=True)


class Speed(PageTest):
    def test_first_paint_of_the_live_page(self):
        """Budget on an idle machine: 200 ms on loopback."""
        tool = self.tool("--stop-at", "00:01")
        paints = []
        for _ in range(5):
            self.browser.open("about:blank")
            self.open(tool.address)
            paints.append(self.browser.first_contentful_paint())
        say(f"first contentful paint of the live page: {statistics.median(paints):.0f} ms (median of 5; {', '.join(f'{paint:.0f}' for paint in paints)})")
        self.assertLess(statistics.median(paints), 5000)

    def test_first_paint_with_a_finished_life(self):
        """A browser that comes at the end of a life gets all of it at once."""
        tool, page = self.live()
        page.set_speed(None)
        page.play()
        page.wait_until_over()
        self.browser.open("about:blank")
        page = self.open(tool.address)
        page.wait_until(lambda: page.screen() == "desktop", "the end of the life")
        say(f"first contentful paint of a whole life: {self.browser.first_contentful_paint():.0f} ms, all of it after "
            f"{self.browser.js('return performance.now()'):.0f} ms")

    def test_a_large_life(self):
        """10,000 events in 3,000 steps, 500 messages, 1,500 nodes."""
        file, _ = self.report(name="template.html")
        template = file.read_text()
        large = self.folder / "large.html"
        data = synthetic.large(synthetic.life(template))
        self.assertEqual(sum(len(step["messages"]) for step in data["steps"]), 500)
        large.write_text(synthetic.with_life(template, data))
        page = self.open(large.as_uri())
        page.wait_until(lambda: page.steps_known() == 3000, "all steps")
        say(f"large report ({large.stat().st_size / 1e6:.1f} MB): first contentful paint {self.browser.first_contentful_paint():.0f} ms, "
            f"ready after {self.browser.js('return performance.now()'):.0f} ms")
        for tab in ("Conversation", "Tree", "Events"):
            page.show(tab)
            self.browser.settle()
            jumps = self.browser.driver.execute_async_script(JUMPS, page.slider(), [0.9, 0.1, 0.5, 0.02, 0.98, 0.3, 0.7, 0.0, 1.0, 0.45])
            say(f"{tab}: a jump in time takes {statistics.median(jumps):.1f} ms to be drawn (median of 10, at most {max(jumps):.1f})")
            frames = self.browser.driver.execute_async_script(DRAG, page.slider(), 120)
            slow = sum(1 for frame in frames if frame > 34)
            say(f"{tab}: 120 frames of dragging: median {statistics.median(frames):.1f} ms, at most {max(frames):.1f}, {slow} above 34 ms")
            self.assertLess(statistics.median(jumps), 2000)
            self.assertLess(statistics.median(frames), 1000)
        elements = self.browser.js("return document.querySelectorAll('*').length")
        say(f"{elements} elements in the document")
        self.assertLess(elements, 100_000, "long lists are drawn only where they are seen")


# From the input to the end of the frame that draws it.
JUMPS = """
const [slider, places, done] = arguments, times = [], low = Number(slider.min), high = Number(slider.max);
const jump = (index) => {
  if (index === places.length) return done(times);
  requestAnimationFrame(() => {
    const start = performance.now();
    slider.value = String(low + (high - low) * places[index]);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { times.push(performance.now() - start); jump(index + 1); };
      channel.port2.postMessage(null);
    });
  });
};
jump(0);
"""

# A drag over the whole life, one input each frame; the time from frame to frame.
DRAG = """
const [slider, count, done] = arguments, times = [], low = Number(slider.min), high = Number(slider.max);
let last = null, index = 0;
const next = (now) => {
  if (last !== null) times.push(now - last);
  last = now;
  if (index > count) return done(times);
  const place = index++ / count;
  slider.value = String(low + (high - low) * (place < 0.5 ? 1 - 2 * place : 2 * place - 1));
  slider.dispatchEvent(new Event("input", {bubbles: true}));
  requestAnimationFrame(next);
};
requestAnimationFrame(next);
"""


if __name__ == "__main__":
    unittest.main()
