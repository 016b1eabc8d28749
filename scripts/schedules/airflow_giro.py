"""Airflow: one night of Giro a day, tried again only where that can help.

Exit codes 1 (failed) and 4 (locked) are retried by Airflow; 2 (settings) and 3 (an expectation
failed, nothing published) fail the task at once and wait for a human being. A day that is cleared
is run again, which changes nothing where nothing new landed. Nights run in order, one at a time:
catchup=True makes up for those that were missed.
"""

import subprocess
from datetime import datetime, timedelta, timezone

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException

HOME = "/opt/giro"
CONFIG = "/etc/giro/giro.conf"
TRY_AGAIN = {1, 4}


@dag(
    dag_id="giro",
    schedule="30 3 * * *",
    start_date=datetime(2026, 11, 1, tzinfo=timezone.utc),
    catchup=True,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=10),
        "depends_on_past": True,
    },
)
def giro():
    @task
    def night(ds: str) -> str:
        """The night of the interval's first day; gives back the run's JSON result."""
        command = ["scripts/giro", "run", "--date", ds, "--config", CONFIG, "--json", "--quiet"]
        ran = subprocess.run(command, cwd=HOME, stdout=subprocess.PIPE, text=True, check=False)
        if ran.returncode == 0:
            return ran.stdout
        message = f"giro ended with {ran.returncode}: {ran.stdout.strip()}"
        if ran.returncode in TRY_AGAIN:
            raise AirflowException(message)
        raise AirflowFailException(message)

    night()


giro()
