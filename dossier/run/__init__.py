"""Run: the map over the seeds, with what earlier builds found in them and with the workers that there are."""
