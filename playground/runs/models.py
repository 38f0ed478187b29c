"""What was begun lately, for the limits to count."""

from __future__ import annotations

from django.db import models

from playground.accounts.models import Person


class Start(models.Model):
    """A run that was begun, kept for as long as it may count against a limit.

    It outlives its run, so that whoever clears the history clears no count; hence no foreign keys. Addresses and hosts
    are there to be told apart and not to be read: they stand as keyed hashes.
    """

    run_number = models.UUIDField(unique=True)
    created = models.DateTimeField(auto_now_add=True, db_index=True)
    person_number = models.BigIntegerField()
    #: Where a guest sends from; "" for people who are signed in or have a token.
    client = models.CharField(max_length=32, blank=True)
    #: The host that it goes to; "" for the built-in mock upstream.
    destination = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=("person_number", "created"), name="starts_of_a_person"),
            models.Index(fields=("client", "created"), name="starts_of_an_address"),
            models.Index(fields=("destination", "created"), name="starts_to_a_host"),
        ]

    def __str__(self) -> str:
        return f"start of {self.run_number}"


class PriceRow(models.Model):
    """What a million tokens of a model cost, as a person wrote it down; ``core.streams.prices.Price``."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="prices")
    #: Name of a model, or a pattern with ``*``.
    model = models.CharField(max_length=120)
    input = models.DecimalField(max_digits=16, decimal_places=6)
    output = models.DecimalField(max_digits=16, decimal_places=6)
    cached = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    written = models.DecimalField(max_digits=16, decimal_places=6, null=True)
    currency = models.CharField(max_length=8, default="USD")

    class Meta:
        ordering = ("model",)
        constraints = [models.UniqueConstraint(fields=("person", "model"), name="one_price_for_a_model")]

    def __str__(self) -> str:
        return self.model


class AssertionRow(models.Model):
    """What a person expects of every answer of an operation; ``core.assertions.Assertion``."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="assertions")
    #: Key of the catalog's operation, or method and address of what is in no catalog.
    operation = models.CharField(max_length=200)
    part = models.CharField(max_length=10)
    place = models.CharField(max_length=500, blank=True)
    comparison = models.CharField(max_length=12)
    expected = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        indexes = [models.Index(fields=("person", "operation"), name="assertions_of_an_operation")]

    def __str__(self) -> str:
        return f"{self.part} {self.place} {self.comparison}"
