"""The colours of the page: whatever is read is far enough from what it stands on, light and dark."""

import re
from itertools import chain
from pathlib import Path


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_the_colours_are_far_enough_apart(root: Path) -> None:
    style = (root / "crates/page/src/assets/page.css").read_text(encoding="utf-8")
    schemes = re.findall(r":root \{\n(.*?)\n *\}", style, re.DOTALL)[:2]
    assert len(schemes) == 2
    for scheme in schemes:
        color = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
        grounds = ["paper", "card", "event", "event-on", "evidence", "quotation"]
        for ground, ink in chain(
            ((ground, "ink") for ground in grounds), [("paper", "quiet"), ("card", "quiet")]
        ):
            assert contrast(color[ground], color[ink]) >= 4.5, (ground, ink)
        assert contrast(color["paper"], color["accent"]) >= 4.5
        for line in ["actor", "place", "date", "instrument", "framing", "event-line", "field"]:
            assert contrast(color["paper"], color[line]) >= 3, line
