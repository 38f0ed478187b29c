#import <Foundation/Foundation.h>

int main(void) {
    @autoreleasepool {
        NSURL *url = [NSURL URLWithString:@"http://127.0.0.1:8765/v1/files"];
        NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];
        request.HTTPMethod = @"POST";
        [request setValue:@"multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b" forHTTPHeaderField:@"Content-Type"];

        NSMutableData *body = [NSMutableData data];
        [body appendData:[@"------PlaygroundBoundaryd449d477edf7502b\r\n"
            @"Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
            @"Content-Type: image/png\r\n"
            @"\r\n" dataUsingEncoding:NSUTF8StringEncoding]];
        [body appendData:[NSData dataWithContentsOfFile:@"image.png"]];
        [body appendData:[@"\r\n"
            @"------PlaygroundBoundaryd449d477edf7502b\r\n"
            @"Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
            @"Content-Type: application/octet-stream\r\n"
            @"\r\n" dataUsingEncoding:NSUTF8StringEncoding]];
        [body appendData:[NSData dataWithContentsOfFile:@"notes.txt"]];
        [body appendData:[@"\r\n"
            @"------PlaygroundBoundaryd449d477edf7502b\r\n"
            @"Content-Disposition: form-data; name=\"prompt\"\r\n"
            @"\r\n"
            @"a cat\r\n"
            @"------PlaygroundBoundaryd449d477edf7502b--\r\n" dataUsingEncoding:NSUTF8StringEncoding]];
        request.HTTPBody = body;

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
