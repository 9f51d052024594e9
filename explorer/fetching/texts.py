"""Where texts are fetched from: addresses and checksums as torchtext stated them, and the smallest corpus of all."""

from explorer.fetching.remote import Fetchable, RemoteFile, Unpacking, below

SHAKESPEARE = Fetchable(
    "shakespeare", "Tiny Shakespeare", "", "https://github.com/karpathy/char-rnn",
    (
        RemoteFile(
            "tiny_shakespeare/input.txt",
            (
                "https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt",
                "https://raw.githubusercontent.com/jcjohnson/torch-rnn/master/data/tiny-shakespeare.txt",
            ),
            1_115_394,
            "sha256:86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
        ),
    ),
)  # fmt: skip

AG_NEWS = Fetchable(
    "ag_news", "AG News", "", "https://github.com/mhjabreel/CharCnn_Keras/tree/master/data/ag_news_csv",
    tuple(
        RemoteFile(
            f"AG_NEWS/{name}",
            (f"https://raw.githubusercontent.com/mhjabreel/CharCnn_Keras/master/data/ag_news_csv/{name}",),
            num_bytes,
            f"md5:{md5}",
        )
        for name, num_bytes, md5 in (
            ("train.csv", 29_470_338, "b1a00f826fdfbd249f79597b59e1dc12"),
            ("test.csv", 1_857_427, "d52ea96a97a2d943681189a97654912d"),
        )
    ),
)  # fmt: skip

IMDB = Fetchable(
    "imdb", "IMDb", "", "https://ai.stanford.edu/~amaas/data/sentiment/",
    (
        RemoteFile(
            "IMDB/aclImdb_v1.tar.gz",
            (
                "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz",
                "https://bj.bcebos.com/dataset/imdb%2FaclImdb_v1.tar.gz",
            ),
            84_125_825,
            "md5:7c2ac02c03563afcf9b574c7e56c153a",
            Unpacking(
                "tar",
                "IMDB/aclImdb",
                150_000_000,
                "aclImdb/",
                ("train/pos/*.txt", "train/neg/*.txt", "test/pos/*.txt", "test/neg/*.txt"),  # not those without a class
                held_bytes=600_000_000,
            ),
            below("IMDB/aclImdb", "train/pos", "train/neg", "test/pos", "test/neg"),
        ),
    ),
)  # fmt: skip
