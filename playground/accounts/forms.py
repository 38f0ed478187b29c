"""Forms of accounts: Django's own, with the look of this site, and an invitation where one is needed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, UserCreationForm
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from playground.accounts.models import Invitation, Person, Scope
from playground.core.snippets import registry
from playground.web.preferences import THEMES


def _dress(form: forms.BaseForm) -> None:
    """Every input looks as those of the page do, and leads to what is wrong with it."""
    for name, field in form.fields.items():
        if not isinstance(field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
            field.widget.attrs["class"] = "input"
        if form.is_bound and form.errors.get(name):
            field.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"problem-{name}"}


class SignInForm(AuthenticationForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name")
        _dress(self)


class SignUpForm(UserCreationForm):  # type: ignore[type-arg]
    invitation = forms.CharField(label=_("Invitation code"), max_length=40, required=False)

    class Meta:
        model = User
        fields = ("username",)
        labels = {"username": _("User name")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if settings.PLAYGROUND_SIGN_UP == "invitation":
            self.fields["invitation"].required = True
        else:
            del self.fields["invitation"]
        _dress(self)

    def clean_invitation(self) -> str:
        code = str(self.cleaned_data["invitation"]).strip()
        if not Invitation.open_at(timezone.now()).filter(code=code).exists():
            raise forms.ValidationError(_("There is no such invitation, or it was used, or its time is over."))
        return code


class PasswordForm(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        _dress(self)


def _targets() -> list[tuple[str, Any]]:
    named = ((target.key, f"{target.title} · {target.client}") for target in registry.TARGETS)
    return [("", _("As chosen last")), *named]


class PreferencesForm(forms.Form):
    """Language, theme and the language of code; the names are those of ``KEPT_COOKIES``."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    theme = forms.ChoiceField(
        label=_("Theme"),
        required=False,
        choices=list(zip(THEMES, (_("As the system has it"), _("Light"), _("Dark")), strict=True)),
    )
    target = forms.ChoiceField(label=_("Code in"), required=False, choices=_targets)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self)


class TokenForm(forms.Form):
    name = forms.CharField(label=_("What it is for"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=_("It may"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple, initial=Scope.values
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _dress(self)


class DeleteForm(forms.Form):
    """The password once more, before all is deleted; guests have none."""

    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), strip=False
    )

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person.user is None or not person.user.has_usable_password():
            del self.fields["password"]
        _dress(self)

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        assert self.person.user is not None
        if not self.person.user.check_password(password):
            raise forms.ValidationError(_("This is not the password of the account."))
        return password
