#import <Foundation/Foundation.h>

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

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"http://127.0.0.1:8765/v1/chat/completions"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
        [request setValue:@"application/json" forHTTPHeaderField:@"Accept"];
        [request setValue:[NSString stringWithFormat:@"Bearer %@", [NSProcessInfo.processInfo.environment objectForKey:@"YOUR_API_KEY"]] forHTTPHeaderField:@"Authorization"];

        NSString *body = @"{\"model\": \"gpt-4o\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
        request.HTTPBody = [body dataUsingEncoding:NSUTF8StringEncoding];

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
