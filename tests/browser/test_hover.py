"""What the pointer names: of curves over x, the samples nearest to its own x, wherever between the curves it is."""

import pytest

from browser import hand
from harness.browser import until

# the pointer's x, and for each curve its x there by the samples and by what the picture names
READ = """([number, across]) => {
    const chart = document.querySelectorAll('.chart')[number], layout = chart._fullLayout;
    const { xaxis: axis } = layout, x = axis.p2d(across - chart.getBoundingClientRect().left - axis._offset);
    const nearest = ({ x: all, y }) => all.reduce((best, one, i) =>
        Number.isFinite(y[i]) && Math.abs(one - x) < Math.abs(best - x) ? one : best, Infinity);
    const named = (chart._hoverdata ?? []).map(({ curveNumber, x }) => [x, nearest(chart._fullData[curveNumber])]);
    return { x, named, labels: chart.querySelectorAll('.hoverlayer .hovertext').length };
}"""
PLACE = """number => {
    const chart = document.querySelectorAll('.chart')[number];
    chart.scrollIntoView({ block: 'center' });
    const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
    return [box.x, box.y, box.width, box.height];
}"""
OVER_X = "[...document.querySelectorAll('.chart')].flatMap((c, i) => c._fullLayout.hovermode === 'x' ? [i] : [])"
PAGES = {
    "/explore?fn=elu": 1280,
    "/explore?fn=thresholded_relu": 390,
    "/explore?fn=swiglu": 1280,
    "/compare?fns=relu,elu,selu,gelu,silu,mish,tanh": 1280,
    "/": 1280,
}


@pytest.mark.parametrize(("path", "width"), PAGES.items())
def test_the_named_points_are_the_samples_nearest_to_the_pointer(visit, path, width):
    page = visit(path, width=width)
    until(page, "[...document.querySelectorAll('.chart')].every(chart => chart.dataset.drawn)")
    if path.startswith("/explore") and (key := hand.sliders(page)[0]):
        hand.drag(page, key, moves=8, step=3.0)  # corners have moved
        hand.let_go(page)
    for number in page.evaluate(OVER_X)[:3]:
        left, top, wide, high = page.evaluate(PLACE, number)
        for across, down in ((0.2, 0.5), (0.55, 0.3), (0.63, 0.7), (0.9, 0.5)):
            x, y = round(left + across * wide), round(top + down * high)
            page.mouse.move(x - 30, y)
            page.mouse.move(x, y)
            for _ in range(100):
                read = page.evaluate(READ, [number, x])
                if read["named"] and all(a == b for a, b in read["named"]):
                    break
                page.wait_for_timeout(30)
            assert read["named"] and read["labels"] == len(read["named"])
            assert all(named == nearest for named, nearest in read["named"]), read
            assert all(abs(named - read["x"]) < 0.05 for named, _ in read["named"]), "samples stand close"
    assert page.evaluate(OVER_X) and not page.traffic.errors
