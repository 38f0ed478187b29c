"""Objective-C with NSURLSession (macOS 10.9 and later, iOS 7 and later)."""

from __future__ import annotations

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable
from playground.core.snippets.literals import objc, urlsession
from playground.core.snippets.literals.percent import respelled
from playground.core.snippets.losses import Loss, loss

_CLIENT = "NSURLSession"

_INDENTATION = " " * 8


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    body = _body(draft, warnings)
    url = objc.text(respelled(draft.url, _CLIENT, warnings))
    code = [
        "#import <Foundation/Foundation.h>\n\n",
        _DELEGATE if draft.streams else "",
        "int main(void) {\n    @autoreleasepool {\n",
        f"{_INDENTATION}NSURL *url = [NSURL URLWithString:{url}];\n",
        f"{_INDENTATION}NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];\n",
        f"{_INDENTATION}request.HTTPMethod = {objc.string(draft.method)};\n",
        _headers(draft, warnings),
        body,
        "\n",
        _STREAMING if draft.streams else _SENDING,
    ]
    return Code("".join(code), tuple(warnings))


def _headers(draft: Draft, warnings: list[Loss]) -> str:
    return "".join(
        f"{_INDENTATION}[request {verb}:{objc.text(value)} forHTTPHeaderField:{objc.string(name)}];\n"
        for verb, name, value in urlsession.fields(draft, _CLIENT, warnings)
    )


# Content


def _body(draft: Draft, warnings: list[Loss]) -> str:
    if not draft.body or draft.body == ("",):
        return ""
    if draft.method in urlsession.WITHOUT_CONTENT:
        warnings.append(loss("body_dropped", client=_CLIENT, method=draft.method))
        return ""
    if draft.text is not None and not _has_nul_in_format(draft.text):
        return f"\n{_INDENTATION}NSString *body ={_block(draft.text)};\n" + (
            f"{_INDENTATION}request.HTTPBody = [body dataUsingEncoding:NSUTF8StringEncoding];\n"
        )
    if len(draft.body) == 1:
        return f"{_INDENTATION}request.HTTPBody = {_data(draft.body[0])};\n"
    appended = "".join([f"{_INDENTATION}[body appendData:{_data(piece)}];\n" for piece in draft.body])
    start = f"\n{_INDENTATION}NSMutableData *body = [NSMutableData data];\n"
    return f"{start}{appended}{_INDENTATION}request.HTTPBody = body;\n"


def _has_nul_in_format(text: Text) -> bool:
    """A format would end at a NUL."""
    return len(text) > 1 and any("\0" in piece for piece in text if isinstance(piece, str))


def _block(text: Text) -> str:
    written = objc.text(text)
    return f"\n{_INDENTATION}    {written}" if written.startswith("@") and "\n" in written else f" {written}"


def _data(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"[NSData dataWithContentsOfFile:{objc.string(piece.file_name)}]"
    if isinstance(piece, bytes):
        return objc.data(piece)
    written = objc.look_up(piece.identifier) if isinstance(piece, Variable) else objc.block(piece)
    return f"[{written} dataUsingEncoding:NSUTF8StringEncoding]"


# Answer

_SENDING = """\
        __block int exitCode = EXIT_FAILURE;
        dispatch_semaphore_t done = dispatch_semaphore_create(0);
        NSURLSessionDataTask *task = [NSURLSession.sharedSession
            dataTaskWithRequest:request
              completionHandler:^(NSData *data, NSURLResponse *response, NSError *error) {
                  NSInteger status = [(NSHTTPURLResponse *)response statusCode];
                  if (error) {
                      NSLog(@"%@", error);
                  } else {
                      [NSFileHandle.fileHandleWithStandardOutput writeData:data];
                      if (status >= 200 && status <= 299) {
                          exitCode = EXIT_SUCCESS;
                      } else {
                          NSLog(@"HTTP %ld", (long)status);
                      }
                  }
                  dispatch_semaphore_signal(done);
              }];
        [task resume];
        dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
        return exitCode;
    }
}
"""

_DELEGATE = """\
static int exitCode = EXIT_FAILURE;
static dispatch_semaphore_t done;

@interface EventPrinter : NSObject <NSURLSessionDataDelegate>
@end

@implementation EventPrinter

- (void)URLSession:(NSURLSession *)session dataTask:(NSURLSessionDataTask *)task didReceiveData:(NSData *)data {
    [NSFileHandle.fileHandleWithStandardOutput writeData:data];
}

- (void)URLSession:(NSURLSession *)session task:(NSURLSessionTask *)task didCompleteWithError:(NSError *)error {
    NSInteger status = [(NSHTTPURLResponse *)task.response statusCode];
    if (error) {
        NSLog(@"%@", error);
    } else if (status < 200 || status > 299) {
        NSLog(@"HTTP %ld", (long)status);
    } else {
        exitCode = EXIT_SUCCESS;
    }
    dispatch_semaphore_signal(done);
}

@end

"""

_STREAMING = """\
        done = dispatch_semaphore_create(0);
        NSURLSession *session =
            [NSURLSession sessionWithConfiguration:NSURLSessionConfiguration.defaultSessionConfiguration
                                          delegate:[[EventPrinter alloc] init]
                                     delegateQueue:nil];
        [[session dataTaskWithRequest:request] resume];
        dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);
        return exitCode;
    }
}
"""


TARGET = Target("objc_nsurlsession", "objc", _CLIENT, "Objective-C", "objective-c", "m", generate, is_default=True)
