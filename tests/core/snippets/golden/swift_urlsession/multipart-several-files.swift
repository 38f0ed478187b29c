import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/files")!)
request.httpMethod = "POST"
request.setValue("multipart/form-data; boundary=----PlaygroundBoundaryd449d477edf7502b", forHTTPHeaderField: "Content-Type")

var body = Data()
body.append(Data(("------PlaygroundBoundaryd449d477edf7502b\r\n"
    + "Content-Disposition: form-data; name=\"image[]\"; filename=\"image.png\"\r\n"
    + "Content-Type: image/png\r\n"
    + "\r\n").utf8))
body.append(try Data(contentsOf: URL(fileURLWithPath: "image.png")))
body.append(Data(("\r\n"
    + "------PlaygroundBoundaryd449d477edf7502b\r\n"
    + "Content-Disposition: form-data; name=\"image[]\"; filename=\"notes.txt\"\r\n"
    + "Content-Type: application/octet-stream\r\n"
    + "\r\n").utf8))
body.append(try Data(contentsOf: URL(fileURLWithPath: "notes.txt")))
body.append(Data(("\r\n"
    + "------PlaygroundBoundaryd449d477edf7502b\r\n"
    + "Content-Disposition: form-data; name=\"prompt\"\r\n"
    + "\r\n"
    + "a cat\r\n"
    + "------PlaygroundBoundaryd449d477edf7502b--\r\n").utf8))
request.httpBody = body

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
