"""The endpoint under load, and what load runs and tests need alike: chains, envelopes, a skill."""
