"""Plans side by side: who promises what, who stands above or below the superior, who leads what."""
