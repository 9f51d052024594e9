"""Where pictures are fetched from: addresses and checksums as torchvision's dataset classes state them.

Where a second server is known to hold the same file it comes after the first: the checksum decides what is taken.
"""

from explorer.fetching.remote import Fetchable, RemoteFile, Unpacking, below

IDX_NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)
IDX_BYTES = (47_040_016, 60_008, 7_840_016, 10_008)  # uncompressed
EMNIST_PARTS = tuple(
    f"emnist-{symbols}-{split}-{what}"
    for symbols in ("letters", "balanced")
    for split in ("train", "test")
    for what in ("images-idx3-ubyte", "labels-idx1-ubyte")
)


def _idx_files(folder: str, servers: tuple[str, ...], files: tuple[tuple[int, str], ...]) -> tuple[RemoteFile, ...]:
    """The four files of MNIST's format, with their compressed sizes and checksums, in order of IDX_NAMES."""
    return tuple(
        RemoteFile(
            f"{folder}/raw/{name}.gz",
            tuple(f"{server}{name}.gz" for server in servers),
            num_bytes,
            f"md5:{md5}",
            Unpacking("gz", f"{folder}/raw/{name}", unpacked),
            (f"{folder}/raw/{name}",),
        )
        for name, unpacked, (num_bytes, md5) in zip(IDX_NAMES, IDX_BYTES, files, strict=True)
    )


MNIST = Fetchable(
    "mnist", "MNIST", "CC BY-SA 3.0", "http://yann.lecun.com/exdb/mnist/",
    _idx_files(
        "MNIST",
        ("https://ossci-datasets.s3.amazonaws.com/mnist/", "http://yann.lecun.com/exdb/mnist/"),
        (
            (9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"), (28_881, "d53e105ee54ea40749a09fcbcd1e9432"),
            (1_648_877, "9fb629c4189551a2d022fa330f9573f3"), (4_542, "ec29112dd5afa0611ce80d1b7f02629c"),
        ),
    ),
)  # fmt: skip

FASHION_MNIST = Fetchable(
    "fashion_mnist", "FashionMNIST", "MIT", "https://github.com/zalandoresearch/fashion-mnist",
    _idx_files(
        "FashionMNIST",
        (
            "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
        ),
        (
            (26_421_880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"), (29_515, "25c81989df183df01b3e8a0aad5dffbe"),
            (4_422_102, "bef4ecab320f06d8554ea6380940ec79"), (5_148, "bb300cfdad3c16e7a12a480ee83cd310"),
        ),
    ),
)  # fmt: skip

KMNIST = Fetchable(
    "kmnist", "KMNIST", "CC BY-SA 4.0", "https://github.com/rois-codh/kmnist",
    _idx_files(
        "KMNIST",
        ("http://codh.rois.ac.jp/kmnist/dataset/kmnist/", "https://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
        (
            (18_165_135, "bdb82020997e1d708af4cf47b453dcf7"), (29_497, "e144d726b3acfaa3e44228e80efcd344"),
            (3_041_136, "5c965bf0a639b31b8f53240b1b52f4d7"), (5_120, "7320c461ea6c1c855c0b718fb2a4b134"),
        ),
    ),
)  # fmt: skip

EMNIST = Fetchable(
    "emnist", "EMNIST", "", "https://www.nist.gov/itl/products-and-services/emnist-dataset",
    (
        RemoteFile(
            "EMNIST/raw/gzip.zip",
            (
                "https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip",
                "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip",
            ),
            561_753_746,
            "md5:58c8d27c78d21e728a6bc7b3cc06412e",
            Unpacking(
                "zip", "EMNIST/raw", 220_000_000, "gzip/", tuple(f"{name}.gz" for name in EMNIST_PARTS), gunzips=True
            ),
            tuple(f"EMNIST/raw/{name}" for name in EMNIST_PARTS),
        ),
    ),
)  # fmt: skip

CIFAR10 = Fetchable(
    "cifar10", "CIFAR-10", "", "https://www.cs.toronto.edu/~kriz/cifar.html",
    (
        RemoteFile(
            "cifar-10-python.tar.gz",
            (
                "https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz",
                "https://cave.cs.toronto.edu/kriz/cifar-10-python.tar.gz",
            ),
            170_498_071,
            "md5:c58f30108f718f92721af3b95e74349a",
            Unpacking("tar", "cifar-10-batches-py", 200_000_000, "cifar-10-batches-py/"),
            below("cifar-10-batches-py", *(f"data_batch_{number}" for number in range(1, 6)), "test_batch"),
        ),
    ),
)  # fmt: skip

CIFAR100 = Fetchable(
    "cifar100", "CIFAR-100", "", "https://www.cs.toronto.edu/~kriz/cifar.html",
    (
        RemoteFile(
            "cifar-100-python.tar.gz",
            (
                "https://www.cs.toronto.edu/~kriz/cifar-100-python.tar.gz",
                "https://cave.cs.toronto.edu/kriz/cifar-100-python.tar.gz",
            ),
            169_001_437,
            "md5:eb9058c3a382ffc7106e4002c42a8d85",
            Unpacking("tar", "cifar-100-python", 200_000_000, "cifar-100-python/"),
            below("cifar-100-python", "train", "test"),
        ),
    ),
)  # fmt: skip

SVHN = Fetchable(
    "svhn", "SVHN", "", "http://ufldl.stanford.edu/housenumbers/",
    tuple(
        RemoteFile(
            name,
            (f"http://ufldl.stanford.edu/housenumbers/{name}", f"https://ufldl.stanford.edu/housenumbers/{name}"),
            num_bytes,
            f"md5:{md5}",
        )
        for name, num_bytes, md5 in (
            ("train_32x32.mat", 182_040_794, "e26dedcc434d2e4c54c9b2d4a06d8373"),
            ("test_32x32.mat", 64_275_384, "eb5a983be6a315427106f1b164d9cef3"),
        )
    ),
)  # fmt: skip

STL10 = Fetchable(
    "stl10", "STL-10", "", "https://cs.stanford.edu/~acoates/stl10/",
    (
        RemoteFile(
            "stl10_binary.tar.gz",
            (
                "http://ai.stanford.edu/~acoates/stl10/stl10_binary.tar.gz",
                "https://cs.stanford.edu/~acoates/stl10/stl10_binary.tar.gz",
            ),
            2_640_397_119,
            "md5:91f7769df0f17e558f3565bffb0c7dfb",
            Unpacking(
                "tar",
                "stl10_binary",
                370_000_000,
                "stl10_binary/",
                ("train_*.bin", "test_*.bin", "*.txt"),  # not the 100 000 pictures without a class
                held_bytes=3_300_000_000,
            ),
            below("stl10_binary", "train_X.bin", "train_y.bin", "test_X.bin", "test_y.bin"),
        ),
    ),
)  # fmt: skip

PETS = Fetchable(
    "pets", "Oxford-IIIT Pet", "CC BY-SA 4.0", "https://www.robots.ox.ac.uk/~vgg/data/pets/",
    (
        RemoteFile(
            "oxford-iiit-pet/images.tar.gz",
            (
                "https://www.robots.ox.ac.uk/~vgg/data/pets/data/images.tar.gz",
                "https://thor.robots.ox.ac.uk/~vgg/data/pets/images.tar.gz",
            ),
            791_918_971,
            "md5:5c4f3ee8e5d25df40f4fd59a7f44e54c",
            Unpacking("tar", "oxford-iiit-pet/images", 830_000_000, "images/", ("*.jpg",)),
            ("oxford-iiit-pet/images",),
        ),
        RemoteFile(
            "oxford-iiit-pet/annotations.tar.gz",
            (
                "https://www.robots.ox.ac.uk/~vgg/data/pets/data/annotations.tar.gz",
                "https://thor.robots.ox.ac.uk/~vgg/data/pets/annotations.tar.gz",
            ),
            19_173_078,
            "md5:95a8c909bbe2e81eed6a22bccdf3f68f",
            Unpacking(
                "tar",
                "oxford-iiit-pet/annotations",
                5_000_000,
                "annotations/",
                ("trainval.txt", "test.txt", "list.txt", "README"),
                held_bytes=300_000_000,
            ),
            below("oxford-iiit-pet/annotations", "trainval.txt", "test.txt"),
        ),
    ),
)  # fmt: skip
