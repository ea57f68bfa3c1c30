"""Where things are. script/test-page sets all of it; a test that is run by hand finds the same by itself."""
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]
SCENARIOS = pathlib.Path(__file__).resolve().parents[1] / "scenarios"
SAMPLES = ROOT / "SyncML-samples" / "scenarios"

TOOL = os.environ.get("ESPALIER_TOOL", str(ROOT / ".build" / "debug" / "espalier"))
SCREENSHOTS = pathlib.Path(os.environ.get("ESPALIER_SCREENSHOTS", ROOT / ".build" / "screenshots"))
CHROMIUM = os.environ.get("ESPALIER_CHROMIUM", "/usr/bin/chromium")
CHROMEDRIVER = os.environ.get("ESPALIER_CHROMEDRIVER", "/usr/bin/chromedriver")

# ESPALIER_RECORD=1: the pictures of the README are made anew.
RECORD = os.environ.get("ESPALIER_RECORD") == "1"

# Seconds that anything is waited for. Nothing here takes a second on an idle machine; a busy one may have two cores less.
PATIENCE = float(os.environ.get("ESPALIER_PATIENCE", "30"))
