"""What the description of the JSON API says, paragraph by paragraph, listed so that it is collected for translation.

It is written where it belongs, in English; ``languages`` adds the Chinese. A test holds this list and the description
together.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SENTENCES = frozenset(
    {
        _("Documents"),
        _("Environments"),
        _("History"),
        _("Saved requests"),
        _("Sending"),
        _("Shares"),
        _("A draft"),
        _("A folder"),
        _("A folder as a file"),
        _("A new environment, empty"),
        _("A new folder, empty"),
        _("A run as a HAR entry"),
        _("A saved request"),
        _("API descriptions"),
        _("An API description"),
        _("An environment"),
        _("An operation with its part of the OpenAPI description"),
        _("Change a folder"),
        _("Change a saved request"),
        _("Change name or server of an environment"),
        _("Code that sends a request"),
        _("Delete a folder"),
        _("Delete a run"),
        _("Delete a saved request"),
        _("Delete an environment with its variables"),
        _("Discard a draft"),
        _("End a share"),
        _("Everything that is saved, in one file"),
        _("Folders of saved requests"),
        _("Forget a variable"),
        _("Keep a collection as a folder of its own"),
        _("Keep a draft of an operation"),
        _("Keep a value under a name"),
        _("Languages and clients that code is made for"),
        _("Mock and Production, then your own"),
        _("One of your shares"),
        _("Operations of an API, in the order of its description"),
        _("Save a request"),
        _("Send a request from the server and keep it"),
        _("Share a request, or a run"),
        _("Variables of an environment, or of the session"),
        _("What was sent, the newest first"),
        _("What was typed and not saved"),
        _("Your shares, the newest first"),
        _("A HAR 1.2 entry, secrets masked."),
        _("A HAR 1.2 entry."),
        _("A HAR 1.2 request object, with variables by name."),
        _("A HAR 1.2 request object."),
        _("A JSON body as a value of the language, where the language writes the same JSON."),
        _("A body that is not JSON"),
        _("A day, in UTC."),
        _("A day, included."),
        _("A file of the format `playground_json`. A secret that stands in it becomes a variable, kept encrypted."),
        _(
            "A secret is kept encrypted, and never told again: `value` is null then, and `ends` are its first and"
            " last characters."
        ),
        _("A secret that stands in it becomes a variable, kept encrypted; the request has its name."),
        _("A token of your account, made on its page (`/account/`), with the scope that the operation needs."),
        _("An OpenAPI document with this operation alone."),
        _("Answers kept beside it, as HAR entries."),
        _("As composed, with variables by name."),
        _("By language: `en`, `zh-hans`."),
        _("Bytes of the response to keep, PLAYGROUND_RESPONSE_BYTES at most."),
        _("Code for each of ``targets``; without them, for the default client of each of the 15 languages."),
        _("Conflict"),
        _("Counts what was written."),
        _("Created"),
        _("Days until it ends."),
        _("Each within the limits of the site. A name that is none of these is refused: it may be a slip of the pen."),
        _("Either `request` or `exchange`; no secret is in what is shared. `answer` adds the response of the run."),
        _("Encrypted at rest, and never told again."),
        _("False accepts an untrusted certificate for this run."),
        _(
            "Filters are joined by “and”. A page may be empty and have a `next` all the same: a text of one or "
            "two characters is looked for in some thousand runs at a time."
        ),
        _("First and last characters of a secret that can be opened here."),
        _("For a while it can be taken back, on the page of saved requests."),
        _("For some days it can be brought back, in the form of its operation."),
        _("Host as composed, or `mock`."),
        _("How `{{names}}` stand in the code: read from the environment when it runs, or as placeholders."),
        _("How many are left (`r`), and in how many seconds all of them are back (`t`)."),
        _('How many calls within how many seconds: `"calls";q=600;w=60`.'),
        _("How often somebody else opened it."),
        _("Id of a run."),
        _("In request or answer; three characters or more are indexed."),
        _(
            "It stands in the form of the operation when that is opened next. A secret in it becomes a variable. "
            "With `version` nothing is written over that somebody else wrote since (409)."
        ),
        _("Its contents are deleted at once; the link says that it ended."),
        _("Key of an environment, or `session`."),
        _("Keys of targets; without them the default of each language."),
        _("Name of a header field, or a JSONPath (RFC 9535)."),
        _("No Content"),
        _("No token, or one that is not known"),
        _("Not Found"),
        _("Not as described"),
        _("OK"),
        _("On unless it is false."),
        _("One of: playground_json, postman, openapi, har_log."),
        _("One that is on its way is ended by it."),
        _("Opens in one browser session alone."),
        _("Problem details (RFC 9457)."),
        _("Request Entity Too Large"),
        _("Scope of the token: `read`."),
        _("Scope of the token: `write`."),
        _("Scope of the token: `send`."),
        _("Seconds for the whole exchange, PLAYGROUND_TOTAL_SECONDS at most."),
        _("Seconds to wait."),
        _(
            "Server-Sent Events, their data JSON, `at` in milliseconds since the start: `request-sent` {at, "
            "connection}, once for each hop · `response-started` {at, status, reason, http_version, fields, url, "
            "hops} · `content-chunk` {at, text} or {at, text, encoding: base64} where the bytes are no UTF-8, any"
            " number of them · one of `exchange-completed` {at, timings, wire_size, decoded_size, cut} and "
            "`exchange-failed` {at, failure, timings, wire_size, decoded_size, hops} · and last `exchange`, the "
            "object that is the answer in JSON. Comments fill silence. Closing the stream ends the run."
        ),
        _("The folder to move it into; null for the top."),
        _("The folder to stand before; without it the last."),
        _("The link to give away."),
        _("The request to stand before; without it the last."),
        _("The saved request that it changes; null for one of the operation."),
        _("The token has not the scope that is needed"),
        _("The version that it is made from, 0 for none; without it, what is there gives way."),
        _("Things of a page at most."),
        _("Too many calls"),
        _("Unique within its API."),
        _("Waits for the end of the answer. A failure of the upstream is part of the answer, with status 200."),
        _(
            "With `Accept: text/event-stream` the answer is a stream of what happens, as it happens. Closing it "
            "ends the run; what came is kept."
        ),
        _("What an operation of an API here is called."),
        _("What is expected of each answer of a saved request."),
        _("What is not given stays as it is."),
        _(
            "What is not given stays as it is. `folder` moves it, null to the top; `before` places it among its "
            "siblings."
        ),
        _(
            "What is not given stays as it is. `parent` moves it, null to the top; `before` places it among its "
            "siblings."
        ),
        _("What it is called on the whole site: by runs, saved requests and shares."),
        _(
            "What the pages do, for programs: code for a request, sending it, the history, environments, saved "
            "requests, shares, and the API descriptions. Requests are HAR 1.2 request objects. Lists come in "
            "pages: `next` is the `cursor` of the next one. Errors are problem details (RFC 9457)."
        ),
        _("Whether the response of the run is shared too."),
        _("Which runs a list has; what is not given asks for nothing."),
        _("Whose variables fill the `{{names}}`: `mock`, `production`, or an environment's name or id."),
        _("Why the content ends before its end, empty where it does not."),
        _("With all that stands in it. For a while it can be taken back, on the page of saved requests."),
        _("With all that stands in it; no secret is in it."),
        _("Without it method and address."),
        _("`mock`, `production` or `own`."),
        _("`mock`, `production`, or the id of one of your own."),
        _("`mock`, an address, or empty for the first server of the API."),
        _("`next` of the page before; without it the first page."),
        _("`pending`, `running`, `done`, `failed` or `stopped`."),
        _("null for a secret."),
    }
)
