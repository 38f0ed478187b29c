#import <Foundation/Foundation.h>

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"http://127.0.0.1:8765/v1/messages"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:@"application/json" forHTTPHeaderField:@"Content-Type"];
        [request setValue:@"application/json" forHTTPHeaderField:@"Accept"];
        [request setValue:[NSString stringWithFormat:@"Bearer %@", [NSProcessInfo.processInfo.environment objectForKey:@"YOUR_API_KEY"]] forHTTPHeaderField:@"Authorization"];

        NSString *body = @"{\"model\": \"m\", \"max_tokens\": 64, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
        request.HTTPBody = [body dataUsingEncoding:NSUTF8StringEncoding];

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
