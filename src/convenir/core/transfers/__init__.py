"""Before data pass: requests, the conditions of a release, the consent of the owner."""
