"""API descriptions, worked out once when they are loaded: a page reads one row."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy


class Description(models.Model):
    """An OpenAPI document that was loaded."""

    key = models.SlugField(unique=True)
    title = models.JSONField()
    version = models.CharField(max_length=100)
    #: Of the document's bytes and of the program's reading of them: loaded again when either changes.
    digest = models.CharField(max_length=64)
    loaded = models.DateTimeField(auto_now=True)
    servers = models.JSONField(default=list)
    navigation = models.JSONField(default=list)
    #: Whether it is there for everybody. What is kept of its operations stays either way.
    published = models.BooleanField(default=True)

    class Meta:
        verbose_name = gettext_lazy("API description")
        verbose_name_plural = gettext_lazy("API descriptions")

    def __str__(self) -> str:
        return self.key


class OperationRow(models.Model):
    """An operation with all that its page needs, ``core.openapi`` 's own JSON of it; ``outline`` is what is read of all
    operations at once, to route a request."""

    description = models.ForeignKey(Description, models.CASCADE, related_name="operations")
    key = models.CharField(max_length=200)
    method = models.CharField(max_length=10)
    path = models.TextField()
    position = models.PositiveIntegerField()
    data = models.JSONField()
    outline = models.JSONField(default=dict)

    class Meta:
        ordering = ("description", "position")
        constraints = [models.UniqueConstraint(fields=("description", "key"), name="one_operation_for_a_key")]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class SearchEntry(models.Model):
    """What a page is found by: texts in lower case, those of each language on a line of their own.

    ``words`` holds all of them and the descriptions; it is what is searched, by trigrams (SQLite's FTS5 or PostgreSQL's
    pg_trgm, whose indexes the migrations make). The others tell where a word stands. ``shown`` is what a result shows.
    """

    description = models.ForeignKey(Description, models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=10)
    key = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    title = models.TextField()
    path = models.TextField()
    groups = models.TextField()
    names = models.TextField()
    words = models.TextField()
    shown = models.JSONField()

    class Meta:
        ordering = ("description", "position")

    def __str__(self) -> str:
        return self.key
