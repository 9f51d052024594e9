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

CORPUS_PLACES = (
    "https://raw.githubusercontent.com/google/brotli/master/tests/testdata",
    "https://raw.githubusercontent.com/google/snappy/main/testdata",
)


def _of_corpus(kind: str, label: str, name: str, num_bytes: int, sha256: str) -> Fetchable:
    places = tuple(f"{place}/{name}" for place in CORPUS_PLACES)
    return Fetchable(
        kind, label, "", "https://corpus.canterbury.ac.nz",
        (RemoteFile(f"canterbury/{name}", places, num_bytes, f"sha256:{sha256}"),),
    )  # fmt: skip


ALICE = _of_corpus(
    "alice", "Alice in Wonderland", "alice29.txt", 152_089,
    "7467306ee0feed4971260f3c87421154a05be571d944e9cb021a5713700c38f0",
)  # fmt: skip
PARADISE_LOST = _of_corpus(
    "paradise_lost", "Paradise Lost", "plrabn12.txt", 481_861,
    "07e2e0b461af78c7c647cb53dab39de560198e16f799b4516eccf0fbd69f764c",
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
    (
        RemoteFile(
            "AG_NEWS/ag_news_csv.tgz",
            ("https://s3.amazonaws.com/fast-ai-nlp/ag_news_csv.tgz",),
            11_784_419,
            "md5:b86f328f4dbd072486591cb7a5644dcd",
            Unpacking("tar", "AG_NEWS", 31_400_000, "ag_news_csv/", ("train.csv", "test.csv"), held_bytes=40_000_000),
            below("AG_NEWS", "train.csv", "test.csv"),
        ),
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
