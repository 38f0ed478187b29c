#import "NSURLSession.h"
#include <curl/curl.h>
#include <stdlib.h>

struct semaphore {
    long value;
};

dispatch_semaphore_t dispatch_semaphore_create(long value) {
    dispatch_semaphore_t semaphore = malloc(sizeof *semaphore);
    semaphore->value = value;
    return semaphore;
}

long dispatch_semaphore_signal(dispatch_semaphore_t semaphore) { return ++semaphore->value; }

long dispatch_semaphore_wait(dispatch_semaphore_t semaphore, int timeout) {
    if (semaphore->value-- <= 0) {
        abort(); /* Everything happens in resume: waiting would be for ever. */
    }
    return timeout;
}

@implementation NSURLSessionTask
@synthesize response;
- (void)resume {
}
@end

@implementation NSURLSessionConfiguration
+ (NSURLSessionConfiguration *)defaultSessionConfiguration {
    return [[self alloc] init];
}
@end

static size_t receive(char *bytes, size_t size, size_t count, void *owner) {
    NSURLSessionDataTask *task = owner;
    NSData *data = [NSData dataWithBytes:bytes length:size * count];
    if (task.session.delegate) {
        [task.session.delegate URLSession:task.session dataTask:task didReceiveData:data];
    }
    [task.data appendData:data];
    return size * count;
}

@implementation NSURLSessionDataTask
@synthesize request, session, data, handler;

- (struct curl_slist *)fields {
    struct curl_slist *list = curl_slist_append(NULL, "Expect:");
    NSDictionary *fields = [request allHTTPHeaderFields];
    if (![request valueForHTTPHeaderField:@"Content-Type"]) {
        list = curl_slist_append(list, "Content-Type:");
    }
    for (NSString *name in fields) {
        NSString *value = [fields objectForKey:name];
        NSString *line = [value length] ? [NSString stringWithFormat:@"%@: %@", name, value] : [name stringByAppendingString:@";"];
        list = curl_slist_append(list, [line UTF8String]);
    }
    return list;
}

- (void)resume {
    CURL *curl = curl_easy_init();
    struct curl_slist *fields = [self fields];
    self.data = [NSMutableData data];
    /* absoluteString would lose an empty query. */
    curl_easy_setopt(curl, CURLOPT_URL, [[[request URL] relativeString] UTF8String]);
    curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
    NSData *body = [request HTTPBody];
    if (body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)[body length]);
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, [body bytes]);
    }
    if ([[request HTTPMethod] isEqualToString:@"HEAD"]) {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
    } else {
        curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, [[request HTTPMethod] UTF8String]);
    }
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, self);
    CURLcode result = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    self.response = [[NSHTTPURLResponse alloc] initWithURL:[request URL]
                                                statusCode:status
                                               HTTPVersion:@"HTTP/1.1"
                                              headerFields:[NSDictionary dictionary]];
    NSError *error = result == CURLE_OK ? nil : [NSError errorWithDomain:@"curl" code:result userInfo:nil];
    curl_slist_free_all(fields);
    curl_easy_cleanup(curl);
    if (handler) {
        handler(self.data, self.response, error);
    } else {
        [session.delegate URLSession:session task:self didCompleteWithError:error];
    }
}
@end

@implementation NSURLSession
@synthesize delegate;

+ (NSURLSession *)sharedSession {
    return [[self alloc] init];
}

+ (NSURLSession *)sessionWithConfiguration:(NSURLSessionConfiguration *)configuration
                                  delegate:(id<NSURLSessionDataDelegate>)owner
                             delegateQueue:(id)queue {
    NSURLSession *session = [[self alloc] init];
    session.delegate = owner;
    return session;
}

- (NSURLSessionDataTask *)dataTaskWithRequest:(NSURLRequest *)request {
    return [self dataTaskWithRequest:request completionHandler:nil];
}

- (NSURLSessionDataTask *)dataTaskWithRequest:(NSURLRequest *)request completionHandler:(CompletionHandler)handler {
    NSURLSessionDataTask *task = [[NSURLSessionDataTask alloc] init];
    task.session = self;
    task.request = request;
    task.handler = handler ? Block_copy(handler) : NULL;
    return task;
}
@end
