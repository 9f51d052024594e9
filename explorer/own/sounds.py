"""WAV files as spectrograms: how loud each band of pitches is from moment to moment."""

# S sound samples, F moments (frames), B bands, K frequencies

import warnings
import wave
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.own.missing import sample_error
from explorer.source import Rows, Source, Values

SUFFIXES = (".wav", ".wave")
LOWEST_HZ = 40.0
FLOOR_DB = -80.0  # softer is silence
MOST_SECONDS = 600.0  # of one file that are read

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SoundForm:
    """How sounds are turned into pictures: `seconds` of each, at `rate` samples a second, in bands and frames."""

    rate: int
    seconds: float
    bands: int
    frames: int


def sound_in(file: Path) -> tuple[Floats, int]:
    """(S,) from -1 to 1, the mean of all channels, and the samples a second.

    Raises:
        OSError: when the file is not there.
        ValueError: when it is no plain WAV, or ends too early.
    """
    try:
        with wave.open(str(file), "rb") as opened:
            channels, width, rate = opened.getnchannels(), opened.getsampwidth(), opened.getframerate()
            wanted = min(opened.getnframes(), int(MOST_SECONDS * rate))
            content = opened.readframes(wanted)
    except (wave.Error, EOFError) as error:
        if "unknown format" in str(error):
            return other_sound_in(file)
        raise ValueError(str(error) or "it ends too early") from None
    if not wanted or not rate or width not in (1, 2, 3, 4):
        raise ValueError("it holds no sound")
    if len(content) < wanted * channels * width:
        raise ValueError("it ends before the length that it tells")
    return whole_numbers(content, width).reshape(-1, channels).mean(axis=1, dtype=np.float32), rate


def other_sound_in(file: Path) -> tuple[Floats, int]:
    """Likewise of a WAV with floating-point samples, or with an extended header.

    Raises:
        ValueError: when it holds something else, or ends too early.
    """
    from scipy.io import wavfile

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that say nothing of the sound
        try:
            rate, values = wavfile.read(file)
        except Exception as error:  # it raises what it likes when bytes are missing
            raise ValueError("it is damaged, or ends too early") from error
    if values.dtype.kind not in "fiu" or not len(values) or not rate:
        raise ValueError("it holds no sound")
    values = values[: int(MOST_SECONDS * rate)].reshape(-1, values.shape[1] if values.ndim > 1 else 1)
    if values.dtype.kind != "f":
        zero, reach = (128, 128) if values.dtype == np.uint8 else (0, 2 ** (8 * values.dtype.itemsize - 1))
        values = (values.astype(np.float64) - zero) / reach
    sound_S: Floats = np.clip(np.nan_to_num(values).mean(axis=1), -1, 1).astype(np.float32)
    return sound_S, int(rate)


def whole_numbers(content: bytes, width: int) -> Floats:
    """Samples of so many bytes each as numbers from -1 to 1."""
    if width == 1:
        return (np.frombuffer(content, np.uint8).astype(np.float32) / 128 - 1).astype(np.float32)
    if width == 3:  # the lowest byte of four is left empty
        padded = np.zeros((len(content) // 3, 4), dtype=np.uint8)
        padded[:, 1:] = np.frombuffer(content, np.uint8).reshape(-1, 3)
        return (padded.view("<i4")[:, 0] / 2**31).astype(np.float32)
    values_S: Floats = (np.frombuffer(content, f"<i{width}") / 2 ** (8 * width - 1)).astype(np.float32)
    return values_S


def spectrogram(sound_S: Floats, rate: int, form: SoundForm) -> npt.NDArray[np.uint8]:
    """(B, F) from 0, silence, to 255, as loud as can be; the highest pitch on top. Silence follows short sounds.

    Every frame is the Fourier transform of a Hann window; its power is gathered in bands whose width grows with pitch.
    """
    length = max(form.frames, round(form.rate * form.seconds))
    places = np.arange(min(length, int(len(sound_S) * form.rate / rate))) * rate / form.rate
    heard_S = np.zeros(length, dtype=np.float32)
    heard_S[: len(places)] = np.interp(places, np.arange(len(sound_S)), sound_S)
    size = 1 << max(6, int(np.ceil(np.log2(2 * length / form.frames))))
    starts_F = np.linspace(0, length, form.frames, endpoint=False).astype(np.int64)
    padded_S = np.pad(heard_S, (size // 2, size))
    frames_FS = padded_S[starts_F[:, None] + np.arange(size)] * np.hanning(size)
    power_FK = np.abs(np.fft.rfft(frames_FS)) ** 2 / (size / 4) ** 2
    loud_FB = 10 * np.log10(power_FK @ band_filters(form.rate, size, form.bands).T + 1e-12)
    levels_FB = (loud_FB / -FLOOR_DB + 1).clip(0, 1) * 255
    levels_BF: npt.NDArray[np.uint8] = np.rint(levels_FB.T[::-1]).astype(np.uint8)
    return levels_BF


@lru_cache(maxsize=8)
def band_filters(rate: int, size: int, bands: int) -> npt.NDArray[np.float64]:
    """(B, K) triangles that overlap by half, evenly spaced in mel (2595 log10(1 + f / 700))."""
    mel_low, mel_high = (2595 * np.log10(1 + hertz / 700) for hertz in (LOWEST_HZ, rate / 2))
    edges = 700 * (10 ** (np.linspace(mel_low, mel_high, bands + 2) / 2595) - 1)
    hertz_K = np.fft.rfftfreq(size, 1 / rate)
    step = hertz_K[1]
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising = (hertz_K - low) / np.maximum(middle - low, step)
    falling = (high - hertz_K) / np.maximum(high - middle, step)
    return np.asarray(np.minimum(rising, falling).clip(0, 1))


def spectrograms_in(folder: Path, names: list[str], form: SoundForm) -> npt.NDArray[np.uint8]:
    """(N, B, F)."""
    pixels = np.empty((len(names), form.bands, form.frames), dtype=np.uint8)
    for place, name in enumerate(names):
        pixels[place] = spectrogram(*sound_in(folder / name), form)
    return pixels


@dataclass(frozen=True)
class SoundSource(Source):
    """Files of a folder, turned into spectrograms when they are wanted: (N, 1, B, F), or (N, F, B) as a sequence."""

    folder: str
    names: tuple[str, ...]
    form: SoundForm
    is_sequence: bool

    @property
    def shape(self) -> tuple[int, ...]:
        form = self.form
        return (len(self.names), *((form.frames, form.bands) if self.is_sequence else (1, form.bands, form.frames)))

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8)

    def read(self, rows: Rows, out: Values) -> None:
        for place, row in enumerate(rows):
            file = Path(self.folder) / self.names[row]
            try:
                pixels_BF = spectrogram(*sound_in(file), self.form)
            except (OSError, ValueError, MemoryError) as error:
                raise sample_error(file, error) from error
            out[place] = pixels_BF.T if self.is_sequence else pixels_BF[None]
