"""A database that is slow, gone, throttled, or cut off in the middle, while people train."""

import os
from random import Random
from unittest.mock import patch

from skill.progress.dynamodb.client import connect
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.dynamodb.table import create_table
from tests.progress import ministack
from tests.proof.faults.figures import Figures, figures
from tests.proof.faults.served import served
from tests.proof.faults.stage import KEEP_DAYS, stage, train_at_once
from tests.proof.faults.weather import Weather

SPEED = 10.0
TABLE = "hip-coach"
PLACE = {"HIP_COACH_PROGRESS": "dynamodb", "HIP_COACH_DYNAMODB_REGION": "us-east-1"}


def train_in_all_weathers(people: int, turns: int, lasts_s: tuple[float, float]) -> Figures:
    """Let people train, each so many turns; assert that nothing acknowledged is lost.

    One of them wants to be forgotten in the end, and must be as soon as it is said so.
    `lasts_s`: how long the weather stays as it is.
    """
    with patch.dict(os.environ, ministack.NO_ACCOUNT), ministack.running() as url:
        client = connect("us-east-1", url)
        create_table(client, TABLE)
        store = DynamoProgress(client, TABLE, KEEP_DAYS)
        with stage(SPEED) as scene, Weather(url, Random(people), lasts_s) as weather:
            place = {"HIP_COACH_DYNAMODB_ENDPOINT": weather.url, "HIP_COACH_DYNAMODB_TABLE": TABLE}
            with served(scene.plan, PLACE | place) as server:
                wire = scene.wire(server)
                persons = scene.people(people, wire)
                train_at_once(persons, turns)
                leaver, *stayers = persons
                leaver.be_forgotten(store)
                weather.is_over = True
                for person in stayers:
                    person.come_back()
            for person in stayers:
                person.check(store)
            return figures(persons, wire, weather.faults)
