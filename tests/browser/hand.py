"""What a hand does with a slider, and what the eye sees of the picture."""

from harness.slider import DRAWN, FRAMES, THUMB, drag, grab, value
from labs import dimmer
from ui.host.page import widget_class

__all__ = ["DRAWN", "THUMB", "drag", "grab", "value"]  # for the tests as well
WATCH = """() => {
    window.blank = 0; window.frames_seen = 0;
    const look = () => {
        window.frames_seen += 1;
        if (!document.querySelector('.chart .main-svg path.js-line, .chart .main-svg .bars path')) window.blank += 1;
        requestAnimationFrame(look);
    };
    look();
}"""
RANGE = "JSON.stringify(document.querySelector('.chart')._fullLayout.xaxis.range.map(v => +v.toFixed(3)))"


def drawn(page):
    """How often the first picture has been drawn."""
    return page.evaluate("Number(document.querySelector('.chart').dataset.drawn)")


def pictures(page):
    """How often a race of networks has been drawn."""
    return page.evaluate("Number(document.querySelector('.trainer').dataset.drawn)")


def curve(page, trace=0):
    """The y values of one trace as drawn."""
    return page.evaluate(f"Array.from(document.querySelector('.chart').data[{trace}].y)")


def zoom(page):
    """Draw a frame with the pointer; what is then shown of the horizontal axis."""
    box = page.locator(".chart .draglayer .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + 80, box["y"] + 80)
    page.mouse.down()
    page.mouse.move(box["x"] + 240, box["y"] + 200, steps=5)
    page.mouse.up()
    page.wait_for_timeout(600)
    return page.evaluate(RANGE)


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


OFFERED = {widget_class(p.of("dimmer").name): p.offered for p in dimmer.PARAMS}  # stops that are not even
# How often pictures have been drawn, the value they take from the pointer, and the one that the slider shows, which
# comes a frame later.
STATE = """async ([key, stops]) => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    const drawn = Array.from(document.querySelectorAll('.chart'), chart => Number(chart.dataset.drawn ?? 0));
    const { name } = performance.getEntriesByType('resource').find(({ name }) => /activation-lab.*slider/.test(name));
    const shown = document.querySelector(`.st-key-${key} input[type=range]`).getAttribute('aria-valuetext');
    return [drawn, (await import(name)).value({ slider: key, start: NaN, stops }), Number(shown)];
}"""


def sliders(page):
    """The keys of all sliders on the page."""
    return page.evaluate(
        "() => Array.from(document.querySelectorAll('.stSlider input[type=range]'),"
        " input => /st-key-(\\S+)/.exec(input.closest('[class*=st-key-]').className)[1])"
    )


def approach(page, key):
    """Bring the pointer to a slider and wait, as a hand does, for what that asks for."""
    page.locator(f".st-key-{key}").first.scroll_into_view_if_needed()
    page.mouse.move(*page.evaluate(THUMB, key))
    page.wait_for_timeout(50)
    arrive(page)


def arrive(page):
    """Wait until everything asked for has arrived and been drawn."""
    for _ in range(200):
        if not page.traffic.pending:
            break
        page.wait_for_timeout(25)
    page.evaluate(FRAMES)


def let_go(page):
    """Release the slider and wait for the server's answer."""
    page.mouse.up()
    page.wait_for_timeout(100)
    page.wait_for_selector("[data-test-script-state=notRunning]", state="attached", timeout=20_000)


def follow(page, key, moves=10, share=0.5):
    """Drag, right or left as there is room, without releasing.

    Tells of each move whether the value changed, whether a picture was redrawn, what value the picture took, and
    what value the slider shows.
    """
    x, y = grab(page, key)
    track = page.locator(f".st-key-{key} .stSlider").first.bounding_box()
    room, way = max((track["x"] + track["width"] - x, 1), (x - track["x"], -1))
    step = way * max(room * share / moves, 2.0)
    found, (before, _, last) = [], page.evaluate(STATE, [key, OFFERED.get(key, ())])
    for i in range(1, moves + 1):
        page.mouse.move(x + i * step, y)
        drawn, told, shown = page.evaluate(STATE, [key, OFFERED.get(key, ())])
        redrawn = any(b > a for a, b in zip(before, drawn, strict=True))
        found.append({"changed": shown != last, "drawn": redrawn, "told": told, "shown": shown})
        before, last = drawn, shown
    return found
