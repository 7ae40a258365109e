"""Draws grouped bars on a logarithmic scale as SVG, for light and dark pages alike."""

import html
import math

WIDTH, HEIGHT = 960, 500
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 96, 40

# Ours first; who validates by the rules has a color, who only reads a grey.
COLORS = {  # on a light page, on a dark one
    "preflight": ("#1f6feb", "#58a6ff"),
    "simdjson_ondemand": ("#d9730d", "#f0a35e"),
    "rapidjson_schema": ("#8250df", "#bc8cff"),
    "valijson": ("#1a7f64", "#4ac6a0"),
    "boost_sax": ("#6e7781", "#9aa4af"),
    "simdjson_dom": ("#9aa3ad", "#6f7984"),
    "nlohmann": ("#c6ccd3", "#49525c"),
}

STYLE = """
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
  .title { font-size: 16px; font-weight: 600 }
  .small { font-size: 11px; fill: #59636e }
  .ours { font-size: 11px; font-weight: 600 }
  .page { fill: #ffffff }
  .grid { stroke: #d8dee4 }
  .one { stroke: #1f2328; stroke-width: 1.5 }
"""
DARK_STYLE = """
  text { fill: #e6edf3 }
  .small { fill: #9198a1 }
  .page { fill: #0d1117 }
  .grid { stroke: #30363d }
  .one { stroke: #e6edf3 }
"""


def two_digits(number):
    """Two significant digits, without an exponent."""
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}" if number >= 1 else f"{number:.2g}"


def ticks(lowest, highest):
    """1, 2, 5, 10 … from the last one below `lowest` to the first one above `highest`."""
    all_ticks = [m * 10.0**e for e in range(-4, 4) for m in (1, 2, 5)]
    first = max(tick for tick in all_ticks if tick <= lowest)
    last = min(tick for tick in all_ticks if tick >= highest)
    return [tick for tick in all_ticks if first <= tick <= last]


def text(x, y, content, css="", anchor="middle", more=""):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" class="{css}"{more}>'
        f"{html.escape(content)}</text>"
    )


def legend(names):
    """Two lines: who validates, and who only reads."""
    yield text(LEFT, 58, "validate by the rules:", "small", "start")
    yield text(LEFT, 78, "only read:", "small", "start")
    x = {58: LEFT + 120, 78: LEFT + 120}
    for who in COLORS:
        y = 78 if who in ("boost_sax", "simdjson_dom", "nlohmann") else 58
        yield f'<rect x="{x[y]}" y="{y - 9}" width="10" height="10" rx="2" class="{who}"/>'
        yield text(x[y] + 15, y, names[who], "", "start")
        x[y] += 35 + 6.6 * len(names[who])


def draw(groups, series):
    """`series`: by candidate, its name and one ratio for each group."""
    ratios = [ratio for _, values in series.values() for ratio in values]
    scale = ticks(min(*ratios, 1), max(*ratios, 1))
    low, high = math.log(scale[0]), math.log(scale[-1])
    bottom = HEIGHT - BOTTOM

    def y_of(ratio):
        return bottom - (math.log(ratio) - low) / (high - low) * (bottom - TOP)

    light = "".join(f"  .{who} {{ fill: {c[0]} }}\n" for who, c in COLORS.items())
    dark = "".join(f"  .{who} {{ fill: {c[1]} }}\n" for who, c in COLORS.items())
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
        "<title>Speed, relative to Boost.JSON making values of the same bytes</title>",
        f"<style>{STYLE}{light}@media (prefers-color-scheme: dark) {{{DARK_STYLE}{dark}}}</style>",
        f'<rect class="page" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
        text(LEFT, 30, "Validating a body, beside reading it", "title", "start"),
        *legend({who: name for who, (name, _) in series.items()}),
        text(
            0,
            0,
            "times as fast as Boost.JSON values",
            "small",
            more=f' transform="translate(16 {(TOP + bottom) / 2}) rotate(-90)"',
        ),
    ]
    for tick in scale:
        y = y_of(tick)
        parts.append(
            f'<line class="{"one" if tick == 1 else "grid"}" x1="{LEFT}" x2="{WIDTH - RIGHT}"'
            f' y1="{y:.1f}" y2="{y:.1f}"/>'
        )
        parts.append(text(LEFT - 8, y + 4, f"{tick:g}", "small", "end"))

    group_width = (WIDTH - LEFT - RIGHT) / len(groups)
    bar = (group_width - 24) / len(COLORS)
    for i, group in enumerate(groups):
        x = LEFT + i * group_width + 12
        parts.append(text(x + group_width / 2 - 12, HEIGHT - 16, group))
        for who in COLORS:
            name, values = series[who]
            y, one = y_of(values[i]), y_of(1)
            parts.append(
                f'<rect class="{who}" x="{x:.1f}" y="{min(y, one):.1f}" width="{bar - 2:.1f}"'
                f' height="{max(abs(y - one), 1):.1f}" rx="1.5">'
                f"<title>{html.escape(name)}, {html.escape(group)}: {two_digits(values[i])}</title></rect>"
            )
            if who == "preflight":
                edge = y - 4 if values[i] >= 1 else y + 12
                parts.append(text(x + bar / 2 - 1, edge, two_digits(values[i]), "ours"))
            x += bar
    return "\n".join([*parts, "</svg>\n"])
