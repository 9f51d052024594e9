"""Looking at data before anything is trained on them: counts, statistics, twins and maps; numpy only."""
