"""Contrast of text as WCAG 2.2 counts it (1.4.3): relative luminance, 4.5 to 1, large text 3 to 1."""

# For each piece of visible text: its colour and the colours under it, outermost last, as [red, green, blue, alpha].
# Any CSS colour becomes those numbers by way of a canvas. Text that cannot be used (disabled) is exempt.
COLLECT = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
const known = new Map();
function rgba(color) {
  if (!known.has(color)) {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#000";
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(color, [red, green, blue, alpha / 255]);
  }
  return known.get(color);
}
function under(element) {
  const layers = [];
  let opacity = 1, image = false;
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (!(at instanceof SVGElement) || at instanceof SVGSVGElement) {
      if (style.backgroundImage !== "none") image = true;
      const color = rgba(style.backgroundColor);
      if (color[3] > 0) layers.push(color);
      if (color[3] === 1) break;
    }
  }
  for (let at = element; at; at = at.parentElement) opacity *= Number(getComputedStyle(at).opacity);
  return {layers, opacity, image};
}
function shapesUnder(text) {
  const box = text.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2, found = [];
  for (const shape of text.ownerSVGElement.querySelectorAll("rect, circle, path")) {
    if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
    const at = shape.getBoundingClientRect(), style = getComputedStyle(shape);
    if (style.fill === "none" || style.visibility === "hidden") continue;
    if (at.left <= x && x <= at.right && at.top <= y && y <= at.bottom) {
      const [red, green, blue, alpha] = rgba(style.fill);
      found.unshift([red, green, blue, alpha * Number(style.fillOpacity) * Number(style.opacity)]);
    }
  }
  return found;
}
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
  if (!text || element.closest("script, style, template, [disabled], [aria-disabled=true]")) continue;
  if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true})) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  const box = range.getBoundingClientRect();
  if (box.width < 2 || box.height < 2) continue;
  const style = getComputedStyle(element), isSVG = element instanceof SVGElement;
  const {layers, opacity, image} = under(element);
  found.push({
    text: text.slice(0, 60), where: `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""}`,
    color: rgba(isSVG ? style.fill : style.color), opacity, image,
    layers: isSVG ? [...shapesUnder(element), ...layers] : layers,
    size: parseFloat(style.fontSize), weight: Number(style.fontWeight),
  });
}
return found;
"""


def over(top, bottom):
    alpha = top[3]
    return [top[i] * alpha + bottom[i] * (1 - alpha) for i in range(3)] + [1]


def luminance(color):
    def channel(value):
        value /= 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return 0.2126 * channel(color[0]) + 0.7152 * channel(color[1]) + 0.0722 * channel(color[2])


def ratio(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shortfalls(browser, canvas):
    """A line for each kind of text that is too faint. `canvas`: the colour behind everything, as [red, green, blue]."""
    found = {}
    for piece in browser.js(COLLECT):
        ground = [*canvas, 1]
        for layer in reversed(piece["layers"]):
            ground = over(layer, ground)
        color = piece["color"][:3] + [piece["color"][3] * piece["opacity"]]
        reached = ratio(over(color, ground), ground)
        is_large = piece["size"] >= 24 or (piece["size"] >= 18.66 and piece["weight"] >= 700)
        needed = 3 if is_large else 4.5
        if reached < needed - 0.005:
            key = (piece["where"], round(reached, 1))
            found.setdefault(key, f"{piece['where']} {piece['text']!r}: {reached:.2f} of {needed}")
    return sorted(found.values())
