"""How data are prepared for training, on screen: transforms, fewer samples, wrong labels, and what comes of them."""
