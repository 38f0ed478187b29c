import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundary04afeccd1e3478cd", forHTTPHeaderField: "Content-Type")

let body = "------PlaygroundBoundary04afeccd1e3478cd\r\n"
    + "Content-Disposition: form-data; name=\"a %22quoted%22 näme\"\r\n"
    + "\r\n"
    + "1\r\n"
    + "------PlaygroundBoundary04afeccd1e3478cd\r\n"
    + "Content-Disposition: form-data; name=\"файл\"; filename=\"ä %22b%22 世.txt\"\r\n"
    + "Content-Type: application/octet-stream\r\n"
    + "\r\n"
    + "content\r\n"
    + "------PlaygroundBoundary04afeccd1e3478cd--\r\n"
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
