"""A Chromium that sees nothing but this machine, and tells what went on in it."""
import base64
import json
import os
import re
import shutil
import tempfile

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from . import settings

# Runs in every document before the page's own scripts. `run` is what hostile texts call.
WATCH = """
(() => {
  const watch = {violations: [], errors: [], ran: [], paints: 0};
  Object.defineProperty(window, "__watch", {value: watch});
  document.addEventListener("securitypolicyviolation", (event) => watch.violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));
  window.addEventListener("error", (event) => watch.errors.push(String(event.message || event.target)), true);
  window.addEventListener("unhandledrejection", (event) => watch.errors.push(`unhandled: ${event.reason}`));
  Object.defineProperty(window, "run", {value: (mark) => watch.ran.push(mark)});
  window.alert = window.confirm = window.prompt = (text) => { watch.ran.push(text); };
})();
"""

# What would leave this machine ends here, whoever asks for it: the page, or Chromium itself.
NOWHERE = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE [::1]"


class Chromium:
    """One browser with a profile of its own, gone after `quit`."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="espalier-chromium-")
        options = webdriver.ChromeOptions()
        options.binary_location = settings.CHROMIUM
        for argument in (
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-extensions",
            "--disable-sync",
            "--no-default-browser-check",
            "--no-first-run",
            "--no-pings",
            "--metrics-recording-only",
            "--force-color-profile=srgb",
            "--force-device-scale-factor=1",
            "--hide-scrollbars",
            "--lang=en-GB",
            "--window-size=1440,900",
            f"--host-resolver-rules={NOWHERE}",
            f"--user-data-dir={self.profile}",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost,::1"
        try:
            self.driver = webdriver.Chrome(
                service=Service(executable_path=settings.CHROMEDRIVER, log_path=os.devnull), options=options)
        except WebDriverException:
            shutil.rmtree(self.profile, ignore_errors=True)
            raise
        self.driver.command_executor.set_timeout(settings.PATIENCE * 4)
        self.driver.set_page_load_timeout(settings.PATIENCE * 2)
        self.driver.set_script_timeout(settings.PATIENCE * 2)
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.size(1440, 900)

    def quit(self):
        try:
            self.driver.quit()
        except WebDriverException:
            self.driver.service.stop()
        shutil.rmtree(self.profile, ignore_errors=True)

    # What a user does with a browser.

    def open(self, address):
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.get(address)

    def leave(self):
        """Away from the page, so that its connection ends."""
        self.driver.get("about:blank")
        self.look()
        self.size(1440, 900)
        self.offline(False)

    def size(self, width, height):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def look(self, scheme="light", **features):
        """The colours that the user prefers, and other preferences such as reduced_motion="reduce"."""
        wanted = {"prefers-color-scheme": scheme}
        wanted.update({f"prefers-{name.replace('_', '-')}" if name != "forced_colors" else "forced-colors": value
                       for name, value in features.items()})
        self.cdp("Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in wanted.items()])

    def offline(self, is_offline):
        self.cdp("Network.enable")
        self.cdp("Network.emulateNetworkConditions", offline=is_offline, latency=0, downloadThroughput=-1, uploadThroughput=-1)

    def settle(self):
        """Until two frames have been drawn, so that what was changed can be seen."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));")

    def screenshot(self, name, whole=False):
        """PNG in the folder of the screenshots. `whole`: in a window so high that nothing of the document is left out."""
        width, height = self.js("return [innerWidth, innerHeight]")
        if whole:
            self.size(width, min(self.js("return document.documentElement.scrollHeight"), 6000))
        # Lists are drawn where they are seen, which they may learn a frame later.
        for _ in range(3):
            self.settle()
        picture = self.cdp("Page.captureScreenshot", format="png")["data"]
        if whole:
            self.size(width, height)
        settings.SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        file = settings.SCREENSHOTS / f"{re.sub(r'[^A-Za-z0-9-]+', '-', name)}.png"
        file.write_bytes(base64.b64decode(picture))
        return file

    # What is asked of it.

    def cdp(self, command, **parameters):
        return self.driver.execute_cdp_cmd(command, parameters)

    def js(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def until(self, condition, what, patience=None):
        """The first true value of `condition()`; a failure that names `what` after the patience."""
        try:
            return WebDriverWait(
                self.driver, patience or settings.PATIENCE, poll_frequency=0.02, ignored_exceptions=(WebDriverException,)
            ).until(lambda _: condition())
        except TimeoutException:
            raise AssertionError(f"waited {patience or settings.PATIENCE:g} s in vain for {what}") from None

    def watched(self):
        return self.js("return window.__watch")

    def requests(self):
        """The addresses that the page has asked for since `open`."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def console(self):
        """What stands in the console as a warning or an error since `open`."""
        return [entry for entry in self.driver.get_log("browser") if entry["level"] in ("WARNING", "SEVERE")]

    def canvas(self):
        """The colour behind everything, as [red, green, blue]: that of the page, else the browser's own for this scheme."""
        return self.js("""
            const probe = document.createElement("div");
            document.body.append(probe);
            probe.style.color = "Canvas";
            const color = getComputedStyle(probe).color;
            probe.remove();
            return color.match(/[0-9]+/g).slice(0, 3).map(Number);""")

    def accessibility_nodes(self):
        self.cdp("Accessibility.enable")
        return [node for node in self.cdp("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]

    def first_contentful_paint(self):
        """Milliseconds from the start of navigation."""
        return self.until(
            lambda: self.js("const entry = performance.getEntriesByName('first-contentful-paint')[0]; return entry && entry.startTime"),
            "the first contentful paint")
