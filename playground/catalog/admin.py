"""For operators: the API descriptions of the site, and others to publish to everybody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from playground.catalog import services
from playground.catalog.models import Description
from playground.core.errors import InvalidDocument


class PublishForm(forms.ModelForm):  # type: ignore[type-arg]
    """A description is read as it is kept, so that what cannot be read is told beside its field."""

    document = forms.FileField(label=gettext_lazy("OpenAPI document (JSON or YAML)"))

    class Meta:
        model = Description
        fields = ("key",)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        file, key = given.get("document"), given.get("key")
        if file is not None and key:
            try:
                services.load(key, file.read())
            except InvalidDocument as error:
                self.add_error("document", _(error.template) % error.parameters)
        return given

    def _post_clean(self) -> None:
        """The row is written by ``services.load``, and its key may be there by now."""

    def save(self, commit: bool = True) -> Description:
        return Description.objects.get(key=self.cleaned_data["key"])

    def save_m2m(self) -> None:
        """Nothing is left to write."""


@admin.register(Description)
class DescriptionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("key", "version", "digest", "loaded")
    form = PublishForm

    def has_change_permission(self, request: HttpRequest, obj: Description | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Description | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.key != services.SHIPPED)

    def save_model(self, request: HttpRequest, obj: Description, form: Any, change: bool) -> None:
        """``services.load`` wrote it."""
