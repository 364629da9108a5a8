"""What a hand does with a slider, and what the eye sees of the picture."""

THUMB = """key => {
    const input = document.querySelector(`.st-key-${key} input[type=range]`);
    const box = input.closest('[style*=left]').getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
WATCH = """() => {
    window.blank = 0; window.frames_seen = 0;
    const look = () => {
        window.frames_seen += 1;
        if (!document.querySelector('.chart .main-svg path.js-line, .chart .main-svg .bars path')) window.blank += 1;
        requestAnimationFrame(look);
    };
    look();
}"""


def value(page, key):
    return float(page.locator(f".st-key-{key} input[type=range]").get_attribute("aria-valuetext"))


def drawn(page):
    """How often the first picture has been drawn."""
    return page.evaluate("Number(document.querySelector('.chart').dataset.drawn)")


def curve(page, trace=0):
    """The y values of one trace as drawn."""
    return page.evaluate(f"Array.from(document.querySelector('.chart').data[{trace}].y)")


def grab(page, key):
    """Press the thumb of a slider; its position."""
    page.locator(f".st-key-{key}").first.scroll_into_view_if_needed()
    x, y = page.evaluate(THUMB, key)
    page.mouse.move(x, y)
    page.mouse.down()
    return x, y


def drag(page, key, moves=60, step=2.0):
    """Drag without releasing; returns how many of the moves changed the value."""
    x, y = grab(page, key)
    changed, last = 0, value(page, key)
    for i in range(1, moves + 1):
        page.mouse.move(x + i * step, y)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        now = value(page, key)
        changed, last = changed + (now != last), now
    return changed


# Every shape and word of the pictures, numbers to a tenth of a pixel; names that Plotly makes up and the places of
# labels on contours, which it searches for by trial, are left out.
SHAPES = """() => [...document.querySelectorAll('.chart')].map(chart =>
    [...chart.querySelectorAll('.main-svg :is(path, text, rect, image, circle, use, .point)')]
        .filter(e => !e.closest('.contourlabels, defs'))
        .map(e => [e.tagName, ...['d', 'transform', 'x', 'y', 'width', 'height', 'href'].map(a => e.getAttribute(a)),
            e.tagName === 'text' ? e.textContent : '', getComputedStyle(e).fill.startsWith('url') || e.style.fill]
            .join(' ').replace(/-?\\d+\\.\\d+/g, n => (+n).toFixed(1).replace('-0.0', '0.0'))))"""
FROM_SCRATCH = """async () => {
    for (const chart of document.querySelectorAll('.chart')) {
        const { data, layout } = chart;
        Plotly.purge(chart);
        await Plotly.newPlot(chart, data, layout, { displayModeBar: false });
    }
}"""


def differences(page):
    """Shapes of the pictures on a page that are not what Plotly draws from scratch with the same numbers."""
    shown = page.evaluate(SHAPES)
    page.evaluate(FROM_SCRATCH)
    drawn = page.evaluate(SHAPES)
    return [
        (number, a, b)
        for number, pair in enumerate(zip(shown, drawn, strict=True))
        for a, b in zip(*pair, strict=True)
        if a != b
    ]
