"""The optimisers: how a gradient becomes a step; torch-free, `explorer/engine/optimizers.py` makes them."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.spec import Spec


class Sgd(Spec):
    """Stochastic gradient descent, with momentum as torch.optim.SGD defines it.

    v = momentum * v + gradient, w = w - rate * v; Nesterov's form steps along gradient + momentum * v
    (Sutskever et al. 2013, "On the importance of initialization and momentum in deep learning").
    """

    label: ClassVar[str] = "SGD"
    about: ClassVar[str] = "Steps against the gradient; momentum keeps part of the last step."
    live: ClassVar[Mapping[str, str]] = {"momentum": "", "nesterov": "", "weight_decay": ""}

    kind: Literal["sgd"] = "sgd"
    learning_rate: float = Field(0.01, gt=0, le=100, title="Learning rate", description="Length of a step.")
    momentum: float = Field(0.0, ge=0, lt=1, title="Momentum", description="Share of the last step that is kept.")
    nesterov: bool = Field(
        False, title="Nesterov", description="Looks ahead along the momentum before it takes the gradient's step."
    )
    weight_decay: float = Field(0.0, ge=0, title="Weight decay", description="Pull of every weight towards zero.")

    def options(self) -> dict[str, object]:
        """What torch calls the settings, all but the learning rate."""
        # torch refuses Nesterov's form where there is no momentum to look along
        nesterov = self.nesterov and self.momentum > 0
        return {"momentum": self.momentum, "weight_decay": self.weight_decay, "nesterov": nesterov}

    def code(self) -> Call:
        """What makes it, before whose arguments the parameters stand."""
        usual = {"momentum": 0.0, "weight_decay": 0.0, "nesterov": False}
        return call("torch.optim.SGD", lr=self.learning_rate, **_unusual(self.options(), usual), fused=True)


class _AdamFields(Spec):
    """What Adam and AdamW share; members say what torch calls them, and how strong the decay is by default."""

    torch_name: ClassVar[str]
    live: ClassVar[Mapping[str, str]] = dict.fromkeys(("beta1", "beta2", "epsilon", "weight_decay"), "")

    learning_rate: float = Field(0.001, gt=0, le=100, title="Learning rate", description="Length of a step.")
    beta1: float = Field(0.9, ge=0, lt=1, title="Beta 1", description="Memory of the mean gradient.")
    beta2: float = Field(0.999, ge=0, lt=1, title="Beta 2", description="Memory of the squared gradient.")
    epsilon: float = Field(1e-8, gt=0, le=1, title="Epsilon", description="Keeps the divisor away from zero.")
    amsgrad: bool = Field(
        False, title="AMSGrad", description="Divides by the largest squared gradient so far: steps never grow again."
    )
    weight_decay: float = Field(0.0, ge=0, title="Weight decay", description="Pull of every weight towards zero.")

    def options(self) -> dict[str, object]:
        """What torch calls the settings, all but the learning rate."""
        return {
            "betas": (self.beta1, self.beta2),
            "eps": self.epsilon,
            "weight_decay": self.weight_decay,
            "amsgrad": self.amsgrad,
        }

    def code(self) -> Call:
        """What makes it, before whose arguments the parameters stand."""
        decay = type(self).model_fields["weight_decay"].default
        usual = {"betas": (0.9, 0.999), "eps": 1e-8, "weight_decay": decay, "amsgrad": False}
        return call(self.torch_name, lr=self.learning_rate, **_unusual(self.options(), usual), fused=True)


class Adam(_AdamFields):
    """Adam (Kingma and Ba 2014, arXiv:1412.6980); AMSGrad is Reddi et al. 2018, arXiv:1904.09237."""

    label: ClassVar[str] = "Adam"
    about: ClassVar[str] = "Every weight gets a step length of its own from the history of its gradients."
    torch_name: ClassVar[str] = "torch.optim.Adam"

    kind: Literal["adam"] = "adam"


class AdamW(_AdamFields):
    """Adam with decoupled weight decay (Loshchilov and Hutter 2017, arXiv:1711.05101).

    The pull goes straight to the weights, w = w - rate * decay * w, instead of through the gradient's history.
    """

    label: ClassVar[str] = "AdamW"
    about: ClassVar[str] = "Adam whose weight decay acts on the weights themselves, not on the gradient."
    torch_name: ClassVar[str] = "torch.optim.AdamW"

    kind: Literal["adamw"] = "adamw"
    weight_decay: float = Field(0.01, ge=0, title="Weight decay", description="Pull of every weight towards zero.")


class RmsProp(Spec):
    """RMSprop (Tieleman and Hinton 2012, lecture 6.5); centred as Graves 2013, arXiv:1308.0850."""

    label: ClassVar[str] = "RMSprop"
    about: ClassVar[str] = "Divides every gradient by the running size of its past ones."
    live: ClassVar[Mapping[str, str]] = dict.fromkeys(("alpha", "epsilon", "momentum", "weight_decay"), "")

    kind: Literal["rmsprop"] = "rmsprop"
    learning_rate: float = Field(0.01, gt=0, le=100, title="Learning rate", description="Length of a step.")
    alpha: float = Field(0.99, ge=0, lt=1, title="Alpha", description="Memory of the squared gradient.")
    epsilon: float = Field(1e-8, gt=0, le=1, title="Epsilon", description="Keeps the divisor away from zero.")
    momentum: float = Field(0.0, ge=0, lt=1, title="Momentum", description="Share of the last step that is kept.")
    centered: bool = Field(
        False, title="Centred", description="Divides by the gradient's spread around its mean instead of its size."
    )
    weight_decay: float = Field(0.0, ge=0, title="Weight decay", description="Pull of every weight towards zero.")

    def options(self) -> dict[str, object]:
        """What torch calls the settings, all but the learning rate."""
        return {
            "alpha": self.alpha,
            "eps": self.epsilon,
            "weight_decay": self.weight_decay,
            "momentum": self.momentum,
            "centered": self.centered,
        }

    def code(self) -> Call:
        """What makes it, before whose arguments the parameters stand."""
        usual = {"alpha": 0.99, "eps": 1e-8, "weight_decay": 0.0, "momentum": 0.0, "centered": False}
        return call("torch.optim.RMSprop", lr=self.learning_rate, **_unusual(self.options(), usual))


OPTIMIZERS = (Sgd, Adam, AdamW, RmsProp)
AnyOptimizer = Annotated[Sgd | Adam | AdamW | RmsProp, Field(discriminator="kind")]


def _unusual(options: Mapping[str, object], usual: Mapping[str, object]) -> dict[str, object]:
    """Those options that are not what torch takes anyway."""
    return {name: unless(usual[name], value) for name, value in options.items()}
