"""The estimators of a baseline: what is computed from counted words, without blocks and without steps; torch-free."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.spec import Spec

MAX_ITERATIONS = 10_000


class LogisticRegression(Spec):
    """probabilities = softmax(W counts + b), where W is kept small: one dense layer at its best, found without steps.

    What is made small is C * cross-entropy (a sum over the samples) + |W|^2 / 2.
    """

    label: ClassVar[str] = "Logistic regression"
    about: ClassVar[str] = "Every word votes for every class with a weight that is learned."

    kind: Literal["logistic_regression"] = "logistic_regression"
    strength: float = Field(
        1.0, gt=0, le=1e6, title="Strength", description="Weight of the samples against that of small weights (C)."
    )

    def code(self) -> Call:
        """What makes the estimator."""
        return call("sklearn.linear_model.LogisticRegression", C=self.strength, max_iter=MAX_ITERATIONS)


class NaiveBayes(Spec):
    """P(class | words) ~ P(class) * product of P(word | class), as if words came independently of each other.

    P(word | class) = (count of the word in the class + a) / (count of all words in the class + a * vocabulary).
    """

    label: ClassVar[str] = "Naive Bayes"
    about: ClassVar[str] = "Every word votes by how often it stands in each class: counts and Bayes' rule."

    kind: Literal["naive_bayes"] = "naive_bayes"
    smoothing: float = Field(
        1.0, gt=0, le=1e6, title="Smoothing", description="How often every word is taken as seen in advance (a)."
    )

    def code(self) -> Call:
        """What makes the estimator."""
        return call("sklearn.naive_bayes.MultinomialNB", alpha=self.smoothing)


AnyEstimator = Annotated[LogisticRegression | NaiveBayes, Field(discriminator="kind")]
