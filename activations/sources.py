"""The papers that define the functions; an address is given only where it has been checked."""

from activations.spec import Source

ROSENBLATT_1958 = Source(
    "F. Rosenblatt",
    1958,
    "The perceptron: a probabilistic model for information storage and organization in the brain",
)
FUKUSHIMA_1969 = Source(
    "K. Fukushima",
    1969,
    "Visual feature extraction by a multilayered network of analog threshold elements",
    "https://doi.org/10.1109/TSSC.1969.300225",
)
RUMELHART_1986 = Source(
    "D. Rumelhart, G. Hinton, R. Williams", 1986, "Learning representations by back-propagating errors"
)
BRIDLE_1990 = Source(
    "J. S. Bridle",
    1990,
    "Training stochastic model recognition algorithms as networks can lead to maximum mutual information"
    " estimation of parameters",
)
ELLIOTT_1993 = Source("D. L. Elliott", 1993, "A better activation function for artificial neural networks")
DONOHO_JOHNSTONE_1994 = Source("D. Donoho, I. Johnstone", 1994, "Ideal spatial adaptation by wavelet shrinkage")
DONOHO_1995 = Source("D. L. Donoho", 1995, "De-noising by soft-thresholding")
LECUN_1998 = Source("Y. LeCun, L. Bottou, G. Orr, K.-R. Müller", 1998, "Efficient BackProp")
DUGAS_2001 = Source(
    "C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia",
    2001,
    "Incorporating second-order functional knowledge for better option pricing",
)
BERGSTRA_2009 = Source(
    "J. Bergstra, G. Desjardins, P. Lamblin, Y. Bengio", 2009, "Quadratic polynomials learn better image features"
)
NAIR_HINTON_2010 = Source("V. Nair, G. Hinton", 2010, "Rectified linear units improve restricted Boltzmann machines")
KRIZHEVSKY_2010 = Source("A. Krizhevsky", 2010, "Convolutional deep belief networks on CIFAR-10")
GLOROT_2011 = Source("X. Glorot, A. Bordes, Y. Bengio", 2011, "Deep sparse rectifier neural networks")
GOODFELLOW_2013 = Source("I. Goodfellow, D. Warde-Farley, M. Mirza, A. Courville, Y. Bengio", 2013, "Maxout networks")
MAAS_2013 = Source("A. Maas, A. Hannun, A. Ng", 2013, "Rectifier nonlinearities improve neural network acoustic models")
HE_2015 = Source(
    "K. He, X. Zhang, S. Ren, J. Sun",
    2015,
    "Delving deep into rectifiers: surpassing human-level performance on ImageNet classification",
    "https://arxiv.org/abs/1502.01852",
)
XU_2015 = Source(
    "B. Xu, N. Wang, T. Chen, M. Li",
    2015,
    "Empirical evaluation of rectified activations in convolutional network",
    "https://arxiv.org/abs/1505.00853",
)
CLEVERT_2015 = Source(
    "D.-A. Clevert, T. Unterthiner, S. Hochreiter",
    2015,
    "Fast and accurate deep network learning by exponential linear units (ELUs)",
    "https://arxiv.org/abs/1511.07289",
)
MARTINS_2016 = Source(
    "A. Martins, R. Astudillo",
    2016,
    "From softmax to sparsemax: a sparse model of attention and multi-label classification",
    "https://arxiv.org/abs/1602.02068",
)
HENDRYCKS_2016 = Source(
    "D. Hendrycks, K. Gimpel", 2016, "Gaussian error linear units (GELUs)", "https://arxiv.org/abs/1606.08415"
)
DAUPHIN_2016 = Source(
    "Y. Dauphin, A. Fan, M. Auli, D. Grangier",
    2016,
    "Language modeling with gated convolutional networks",
    "https://arxiv.org/abs/1612.08083",
)
ELFWING_2017 = Source(
    "S. Elfwing, E. Uchibe, K. Doya",
    2017,
    "Sigmoid-weighted linear units for neural network function approximation in reinforcement learning",
    "https://arxiv.org/abs/1702.03118",
)
BARRON_2017 = Source(
    "J. Barron", 2017, "Continuously differentiable exponential linear units", "https://arxiv.org/abs/1704.07483"
)
KLAMBAUER_2017 = Source(
    "G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter",
    2017,
    "Self-normalizing neural networks",
    "https://arxiv.org/abs/1706.02515",
)
RAMACHANDRAN_2017 = Source(
    "P. Ramachandran, B. Zoph, Q. Le",
    2017,
    "Searching for activation functions",
    "https://arxiv.org/abs/1710.05941",
)
HOWARD_2019 = Source("A. Howard et al.", 2019, "Searching for MobileNetV3", "https://arxiv.org/abs/1905.02244")
MISRA_2019 = Source(
    "D. Misra",
    2019,
    "Mish: a self regularized non-monotonic activation function",
    "https://arxiv.org/abs/1908.08681",
)
SHAZEER_2020 = Source("N. Shazeer", 2020, "GLU variants improve transformer", "https://arxiv.org/abs/2002.05202")
CHEN_2020 = Source(
    "Y. Chen, X. Dai, M. Liu, D. Chen, L. Yuan, Z. Liu", 2020, "Dynamic ReLU", "https://arxiv.org/abs/2003.10027"
)
ZIYIN_2020 = Source(
    "L. Ziyin, T. Hartwig, M. Ueda",
    2020,
    "Neural networks fail to learn periodic functions and how to fix it",
    "https://arxiv.org/abs/2006.08195",
)
SO_2021 = Source(
    "D. So, W. Mańke, H. Liu, Z. Dai, N. Shazeer, Q. Le",
    2021,
    "Primer: searching for efficient transformers for language modeling",
    "https://arxiv.org/abs/2109.08668",
)
BARRON_2021 = Source(
    "J. Barron", 2021, "Squareplus: a softplus-like algebraic rectifier", "https://arxiv.org/abs/2112.11687"
)
