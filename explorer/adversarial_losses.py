"""The losses of adversarial training, each as three functions of the discriminator's scores, and its two penalties.

bce: Goodfellow et al. 2014, arXiv:1406.2661, the generator's in its non-saturating form. lsgan: Mao et al. 2016,
arXiv:1611.04076, with targets 0 and 1. wgan_gp: Gulrajani et al. 2017, arXiv:1704.00028. hinge: Lim and Ye 2017,
arXiv:1705.02894. R1: Mescheder et al. 2018, arXiv:1801.04406.
"""

# B batch

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from torch import Tensor

AdversarialLoss = Literal["bce", "lsgan", "wgan_gp", "hinge"]


def loss_of_real(loss: AdversarialLoss, scores_B1: "Tensor") -> "Tensor":
    """(B, 1): how wrong the discriminator is about each real sample."""
    from torch.nn.functional import relu, softplus

    match loss:
        case "bce":
            return softplus(-scores_B1)  # -log sigmoid(score): binary cross-entropy on logits
        case "lsgan":
            return (scores_B1 - 1).square() / 2
        case "wgan_gp":
            return -scores_B1
        case "hinge":
            return relu(1 - scores_B1)


def loss_of_made(loss: AdversarialLoss, scores_B1: "Tensor") -> "Tensor":
    """(B, 1): how wrong the discriminator is about each sample that the generator has made."""
    from torch.nn.functional import relu, softplus

    match loss:
        case "bce":
            return softplus(scores_B1)  # -log(1 - sigmoid(score))
        case "lsgan":
            return scores_B1.square() / 2
        case "wgan_gp":
            return scores_B1
        case "hinge":
            return relu(1 + scores_B1)


def loss_of_generator(loss: AdversarialLoss, scores_B1: "Tensor") -> "Tensor":
    """(B, 1): how little the generator's samples pass for real ones."""
    from torch.nn.functional import softplus

    match loss:
        case "bce":
            return softplus(-scores_B1)
        case "lsgan":
            return (scores_B1 - 1).square() / 2
        case "wgan_gp" | "hinge":
            return -scores_B1


def squared_gradient(scores_B1: "Tensor", samples: "Tensor") -> "Tensor":
    """Mean over the batch of the squared length of d score / d sample: R1, at real samples."""
    from torch.autograd import grad

    (gradient,) = grad(scores_B1.sum(), samples, create_graph=True)
    penalty: Tensor = gradient.square().sum() / len(samples)
    return penalty


def interpolation_penalty(score: "Callable[[Tensor], Tensor]", real: "Tensor", made: "Tensor") -> "Tensor":
    """Mean over the batch of (length of d score / d sample - 1)^2, at random points between real and made samples."""
    import torch
    from torch.autograd import grad

    share = torch.rand(len(real), *[1] * (real.dim() - 1), device=real.device)
    between = (share * real + (1 - share) * made).detach().requires_grad_()
    (gradient,) = grad(score(between).sum(), between, create_graph=True)
    penalty: Tensor = (gradient.flatten(1).norm(dim=1) - 1).square().mean()
    return penalty
