"""Claims about softmax."""

from activations.domain import POSITIVE, Param
from labs.claim import Claim, Plot
from labs.studies import losses, softmax_shares

SOFTMAX = ("softmax",)

CLAIMS = (
    Claim(
        id="C106",
        verdict="wrong",
        functions=SOFTMAX,
        sources=("Bridle1990", "GaoPavel2017"),
        evidence=softmax_shares.secants_agree_at_zero,
        plot=Plot(softmax_shares.slopes_at_zero),
    ),
    Claim(
        id="C107",
        verdict="wrong",
        functions=SOFTMAX,
        sources=("Bridle1990",),
        evidence=softmax_shares.signs_do_not_matter,
        plot=Plot(softmax_shares.slopes_over_a_shift),
    ),
    Claim(
        id="C108",
        verdict="misleading",
        functions=SOFTMAX,
        sources=("Bridle1990",),
        evidence=softmax_shares.rows_of_the_jacobian,
        plot=Plot(
            softmax_shares.slopes_with_a_rival,
            knobs=(Param("rival", "z₂", default=2.0, low=-4.0, high=6.0, step=0.1),),
        ),
    ),
    Claim(
        id="C109",
        verdict="conditions",
        functions=SOFTMAX,
        sources=("GlorotBengio2010", "Vaswani2017"),
        evidence=losses.gaps_decide_not_sizes,
        plot=Plot(losses.sizes_over_a_gap, log=True),
    ),
    Claim(
        id="C110",
        verdict="conditions",
        functions=("softmax", "sigmoid"),
        evidence=softmax_shares.extremes_of_shares,
    ),
    Claim(
        id="C111",
        verdict="wrong",
        functions=SOFTMAX,
        evidence=softmax_shares.code_overflows,
        plot=Plot(softmax_shares.code_on_shifted_scores, limits=(0.0, 1.0)),
    ),
    Claim(
        id="C112",
        verdict="misleading",
        printed=True,
        functions=SOFTMAX,
        evidence=softmax_shares.peaks_depend_on_the_grid,
        plot=Plot(
            softmax_shares.drawn_wrongly_and_rightly,
            knobs=(Param("points", "K", default=10.0, low=2.0, high=200.0, step=2.0, domain=POSITIVE),),
        ),
    ),
    Claim(
        id="C113",
        verdict="correct",
        functions=SOFTMAX,
        sources=("Bridle1990", "Vaswani2017"),
        evidence=softmax_shares.temperature_sharpens,
        plot=Plot(
            softmax_shares.three_shares,
            knobs=(Param("temperature", "T", default=1.0, low=0.1, high=10.0, step=0.1, domain=POSITIVE),),
            bars=("low", "middle", "high"),
        ),
    ),
)
