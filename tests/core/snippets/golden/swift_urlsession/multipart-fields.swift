import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundary8ee45f4618e8f20d", forHTTPHeaderField: "Content-Type")

let body = "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
    + "Content-Disposition: form-data; name=\"a\"\r\n"
    + "\r\n"
    + "1\r\n"
    + "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
    + "Content-Disposition: form-data; name=\"b\"\r\n"
    + "\r\n"
    + "zwei ü\r\n"
    + "line\r\n"
    + "------PlaygroundBoundary8ee45f4618e8f20d\r\n"
    + "Content-Disposition: form-data; name=\"a\"\r\n"
    + "\r\n"
    + "\r\n"
    + "------PlaygroundBoundary8ee45f4618e8f20d--\r\n"
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
