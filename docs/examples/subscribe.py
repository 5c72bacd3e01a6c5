"""Keeps a table of incidents current from the public topic. Needs Python 3.9 and `pip install confluent-kafka`.

    KAFKA_BROKERS=127.0.0.1:29092 COUNTRY=KAZ python3 subscribe.py

Prints one JSON line for each change of the table.
"""

import json
import os
import signal
import sys
import uuid

from confluent_kafka import Consumer, KafkaException

BROKERS = os.environ.get("KAFKA_BROKERS", "127.0.0.1:29092")
TOPIC = os.environ.get("TOPIC", "incident-updated")
COUNTRY = os.environ.get("COUNTRY")

# Where brokers ask who one is.
SECURITY = (
    {
        "security.protocol": "SASL_SSL",
        "ssl.ca.location": os.environ["KAFKA_CA_FILE"],
        "sasl.mechanism": "SCRAM-SHA-512",
        "sasl.username": os.environ["KAFKA_USERNAME"],
        "sasl.password": os.environ["KAFKA_PASSWORD"],
    }
    if "KAFKA_CA_FILE" in os.environ
    else {}
)

table = {}


def show(event, **about):
    print(json.dumps({"event": event, **about}), flush=True)


def drop(incident_id, why):
    if table.pop(incident_id, None) is not None:
        show("dropped", id=incident_id, why=why)


def take(message):
    incident_id = message.key().decode()
    # The only record without a value: the incident was erased.
    if message.value() is None:
        return drop(incident_id, "erased")
    headers = {name: value.decode() for name, value in message.headers() or []}
    # At least once: an older revision may come after a newer one, and changes nothing.
    if int(headers["revision"]) <= table.get(incident_id, {"revision": 0})["revision"]:
        return None
    # Headers decide without parsing. What a correction moves elsewhere has to leave the table, too.
    if COUNTRY and headers["country"] != COUNTRY:
        return drop(incident_id, "elsewhere")
    incident = json.loads(message.value())
    if incident["lifecycle"] == "retracted":
        return drop(incident_id, "retracted")
    if incident["lifecycle"] == "merged":
        return drop(incident_id, f"merged into {incident['mergedInto']}")
    table[incident_id] = incident
    return show("held", change=headers["change"], incident=incident)


# A group of its own, so that the table is whole after each start; nothing is committed.
consumer = Consumer(
    {
        "bootstrap.servers": BROKERS,
        "group.id": f"subscriber-{uuid.uuid4()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        **SECURITY,
    }
)
consumer.subscribe([TOPIC])
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
try:
    while True:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            raise KafkaException(message.error())
        take(message)
finally:
    consumer.close()
